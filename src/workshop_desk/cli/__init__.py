"""Room 9, cli: the commands of the command line, one file each. May import `app` and below; no logic."""
