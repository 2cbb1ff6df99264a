"""Room 7b, phones: the pages and the protocol for participants' phones, served by the laptop.

May import rooms 6 to 1, starlette, uvicorn and jinja2; never Qt, `desktop` or `store`. One module
per participant verb. Phones are strangers: everything they send is bounded and checked.
"""
