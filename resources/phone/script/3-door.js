// The rest is for who is in; at the door only what is typed is kept, until one is in.
if (!$("words")) return;
["name", "email"].forEach((name) => keep(`draft:join:${name}`, null));
