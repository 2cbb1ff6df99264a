"""Room 4, methods: schema, loader, catalogue and checker of workshop methods.

May import `domain` and `base`. A method is one TOML file in `resources/methods/`; no text of a method
and no `if method.id ==` lives here. To add a method, add a file: the tests find it.
"""
