"""What the people of the sample workshop say, in both languages, and what strangers may type."""

SUBJECTS = {
    "fr": (
        ("Sofia", "Dire non à mon équipe sans la décourager", "concern"),
        ("Karim", "Recruter alors que le budget est gelé", "problem"),
        ("Amina", "Faire vivre un projet entre trois services", "project"),
    ),
    "en": (
        ("Sofia", "Saying no to my team without discouraging them", "concern"),
        ("Karim", "Hiring while the budget is frozen", "problem"),
        ("Amina", "Keeping a project of three departments alive", "project"),
    ),
}

QUESTIONS = {
    "fr": (
        ("Karim", "Depuis quand l’équipe te demande-t-elle d’arbitrer\u202f?", "fact"),
        ("Chloé", "Que se passe-t-il quand tu dis non\u202f?", "feeling"),
        ("Amina", "Qui d’autre est touché par ces délais\u202f?", "stake"),
        ("Julien", "Et un planning partagé, tu y as pensé\u202f?", "attempt"),
        ("Karim", "À quoi verrais-tu que ça va mieux\u202f?", "stake"),
        ("Chloé", "Qu’as-tu déjà refusé cette année\u202f?", "attempt"),
        ("Karim", "Ton équipe sait-elle que c’est lourd pour toi\u202f?", "feeling"),
    ),
    "en": (
        ("Karim", "Since when has the team asked you to decide?", "fact"),
        ("Chloé", "What happens when you say no?", "feeling"),
        ("Amina", "Who else is hit by these delays?", "stake"),
        ("Julien", "And a shared schedule, have you thought of that?", "attempt"),
        ("Karim", "How would you see that it is better?", "stake"),
        ("Chloé", "What have you turned down this year?", "attempt"),
        ("Karim", "Does your team know that it weighs on you?", "feeling"),
    ),
}
PARKED = 3
"""Which of the questions is advice in disguise."""

CONTRACT = {
    "fr": "Dire non à mon équipe sans la décourager.",
    "en": "Say no to my team without discouraging them.",
}

CONTRIBUTIONS = {
    "fr": (
        ("Karim", "Je dis toujours ce que je protège avant de dire non.", "testimony"),
        ("Chloé", "Un non avec une date: pas maintenant, mais le 15.", "ideas"),
        ("Amina", "Et si l’équipe te demandait surtout de la regarder\u202f?", "hypotheses"),
        ("Julien", "Un tableau des priorités, visible de tous.", "ideas"),
        ("Thomas", "Pour qui est-ce grave si tu refuses\u202f?", "questions"),
        ("Inès", "J’ai ressenti ta fatigue en t’écoutant.", "feedback"),
        ("Nora", "Tu joues la gardienne du pont: qui a la clé\u202f?", "reframing"),
    ),
    "en": (
        ("Karim", "I always say what I protect before I say no.", "testimony"),
        ("Chloé", "A no with a date: not now, but on the 15th.", "ideas"),
        ("Amina", "What if the team mostly wants to be seen by you?", "hypotheses"),
        ("Julien", "A board of priorities that everyone can see.", "ideas"),
        ("Thomas", "Who is hurt if you refuse?", "questions"),
        ("Inès", "I felt how tired you are while listening.", "feedback"),
        ("Nora", "You keep the gate of the bridge: who has the key?", "reframing"),
    ),
}
STARRED = (1, 2)
"""Which contributions the client marks for herself."""

LEARNINGS = {
    "fr": (
        ("Karim", "Un non clair repose tout le monde.", "learning", True),
        ("Chloé", "J’ai aimé le silence avant de répondre.", "appreciation", True),
        ("Amina", "Mon chef fait pareil avec moi.", "learning", False),
        ("Julien", "Je vais poser deux questions avant un conseil.", "application", True),
        ("Sofia", "Je ne suis pas seule avec cela.", "learning", False),
        ("Nora", "Commencer à l’heure la prochaine fois.", "expectation", None),
    ),
    "en": (
        ("Karim", "A clear no is a rest for everyone.", "learning", True),
        ("Chloé", "I liked the silence before the answers.", "appreciation", True),
        ("Amina", "My own manager does the same to me.", "learning", False),
        ("Julien", "I will ask two questions before giving advice.", "application", True),
        ("Sofia", "I am not alone with this.", "learning", False),
        ("Nora", "Start on time next time.", "expectation", None),
    ),
}

PRIVATE = {
    "fr": {
        "subject": "SECRET-SUJET L’équipe décide par moi\u202f; je dors mal depuis mars.",
        "keep": "SECRET-GARDE La peur de décevoir est la mienne, pas la leur.",
        "listening_notes": "SECRET-NOTE Elle dit «\u00a0je dois\u00a0» à chaque phrase.",
        "own_learning": "SECRET-APPRIS Je fais la même chose avec mes enfants.",
    },
    "en": {
        "subject": "SECRET-SUBJECT The team decides through me; I sleep badly since March.",
        "keep": "SECRET-KEEP The fear of letting down is mine, not theirs.",
        "listening_notes": "SECRET-NOTE She says “I must” in every sentence.",
        "own_learning": "SECRET-LEARNT I do the same with my children.",
    },
}
"""Texts that only their authors may read; each has a capital word to look for in papers."""

OWN_ACTIONS = {
    "fr": ("SECRET-PAS Essayer un non clair en réunion", "SECRET-PAS Bloquer le vendredi matin"),
    "en": ("SECRET-STEP Try a clear no in a meeting", "SECRET-STEP Keep Friday mornings free"),
}

ROOM_ACTIONS = {
    "fr": (("Partager la grille de priorités", "Karim"), ("Animer la prochaine séance", "Chloé")),
    "en": (("Share the grid of priorities", "Karim"), ("Lead the next session", "Chloé")),
}

TITLES = {"fr": "Codév des managers · séance 4", "en": "Managers’ codev · session 4"}
NEXT_DATE = {"fr": "jeudi 17 décembre, 14 h", "en": "Thursday 17 December, 14:00"}


def hostile_texts() -> tuple[str, ...]:
    """Return names and texts that strangers type: each is kept as plain text or refused."""
    return (
        "",
        "   \t\n ",
        "\u200b\u200d\ufeff",
        "<script>alert(1)</script>",
        "</p><img src=x onerror=alert(1)> & <b>gras</b>",
        "{{ 7*7 }} {n} %s %(name)s ${x}",
        '=HYPERLINK("http://example.invalid","clic")',
        "+33 1 23 45 67 89",
        "-2+3",
        "@SUM(A1:A9)",
        "'; DROP TABLE people; --",
        "محمد الأمين",
        "שרה כהן",
        "سارة \U0001fae8 \U0001fac6 \u0378",
        "李小龍 と 김민준",
        "Nguyễn Thị Ánh Nguyệt",
        "Z\u0351\u036b\u0343\u036a\u0302a\u0328\u0310\u0311l\u0366\u0364\u0347g\u0333\u0323o\u034d\u0356",
        "e\u0301le\u0300ve",
        "👩‍👩‍👧‍👦🏳️‍🌈🇫🇷",
        "abc\u202efdp.exe",
        "\u2066caché\u2069 \u200fà droite",
        "a\x00b\x07c\x1b[31mrouge\x7f\x85",
        "ligne 1\r\nligne 2\rligne 3\u2028ligne 4\u2029ligne 5",
        "Ligature ﬁ, ½, Ⅳ, ａｂｃ, ǅ, ß, İ",
        "mot" + "x" * 300,
        "W" * 2000,
        "é" * 2001,
        "\ud83d seul",
        "http://example.invalid/?a=1&b=2#c",
        "«\u00a0Guillemets\u00a0» — tirets – et l’apostrophe…",
        "\\n \\u0041 C:\\chemin\\fichier \"guillemets\" 'simples' `accents`",
    )
