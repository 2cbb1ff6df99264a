"""Reading a request's body: of the right kind, and never more than is allowed."""

from starlette.requests import ClientDisconnect, Request

from workshop_desk.phones.problems import Problem, Wrong

BODY_MAX = 32 * 1024
"""Bytes: room for the longest text that a method may ask for, twelve for each of its characters."""
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


async def body_of(request: Request, kind: str) -> bytes:
    """Return the body, refused as soon as it is known to be too large or of another kind."""
    given = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if given != kind:
        raise Problem(Wrong.WRONG_CONTENT_TYPE)
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > BODY_MAX:
        raise Problem(Wrong.TOO_LARGE)
    body = bytearray()
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > BODY_MAX:
                raise Problem(Wrong.TOO_LARGE)
    except ClientDisconnect:  # a phone that lost the network is no bug; it sends all of it again
        raise Problem(Wrong.BAD_JSON) from None
    return bytes(body)
