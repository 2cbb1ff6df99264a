"""Answers in words: every refusal, trouble and problem as a status and a sentence."""

import json
import math
from dataclasses import dataclass

from starlette.responses import Response

from workshop_desk.base.trouble import WorldError
from workshop_desk.domain.refusals import Refusal
from workshop_desk.i18n.words import Words
from workshop_desk.live.sentences import refusal_sentence, trouble_sentence
from workshop_desk.phones.problems import Problem, problem_sentence, refusal_status, status

Failure = Problem | Refusal | WorldError
FAILURES = (Problem, Refusal, WorldError)


@dataclass(frozen=True, slots=True)
class Said:
    """A failure ready to be told: `wait` are seconds until it is worth trying again, 0 = unknown."""

    status: int
    code: str
    message: str
    wait: float = 0


def said(t: Words, failure: Failure) -> Said:
    """Return what to tell of a failure."""
    if isinstance(failure, Problem):
        wrong = failure.wrong
        message = problem_sentence(t, wrong, failure.field)
        return Said(status(wrong), wrong.value, message, failure.wait)
    if isinstance(failure, Refusal):
        return Said(refusal_status(failure.why), failure.why.value, refusal_sentence(t, failure))
    return Said(503, failure.trouble.value, trouble_sentence(t, failure.trouble), 2)


def told(content: object, status_code: int = 200, wait: float = 0) -> Response:
    """Return an answer in JSON."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    headers = {"Retry-After": str(math.ceil(wait))} if wait else None
    return Response(body, status_code, headers, media_type="application/json")


def refused(t: Words, failure: Failure) -> Response:
    """Return a failure in JSON."""
    tale = said(t, failure)
    return told({"code": tale.code, "message": tale.message}, tale.status, tale.wait)
