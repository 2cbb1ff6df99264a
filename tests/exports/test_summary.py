"""The summary, read back: what stands in it, and above all what does not."""

from dataclasses import replace
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from tests.exports.reading import font_names, letter_boxes, page_texts, whole_text
from tests.exports.rooms import NAMES, crowded_room, empty_room, full_room
from tests.samples import closed_room, lobby_room
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import Language
from workshop_desk.exports.look import A4, MARGIN
from workshop_desk.exports.summary import summary

PARIS = ZoneInfo("Europe/Paris")
FRENCH, ENGLISH = Language("fr"), Language("en")


def read(room: Room, language: Language = FRENCH) -> str:
    """Return all text of a room's summary."""
    return whole_text(summary(room, language, PARIS))


def test_it_tells_the_facts_in_french() -> None:
    text = read(closed_room())
    for words in (
        "Compte rendu · page 1 sur 3",
        "Codéveloppement professionnel, jeudi 26 novembre 2026",
        "Codév des managers · séance 4",
        "Lyon, salle Rhône",
        "Animation\u00a0: Claire Lambert",
        "de 14\u00a0h à 15\u00a0h\u00a026",
        "8 personnes",
        "1\u00a0h\u00a020",
        "prévu 1\u00a0h\u00a030",
        "On se retrouve\u00a0: jeudi 17 décembre, 14 h",
        "Workshop Desk",
    ):
        assert words in text, words


def test_it_tells_the_facts_in_english() -> None:
    text = read(closed_room("en"), ENGLISH)
    for words in (
        "Summary · page 1 of 3",
        "8 people",
        "planned 1\u00a0h 30\u00a0min",
        "Our time",
        "By when",
    ):
        assert words in text, words
    assert "prévu" not in text


def test_steps_stand_with_their_real_and_planned_time() -> None:
    text = read(closed_room())
    for words in ("Notre temps", "Consultation", "29\u00a0min", "prévu 28\u00a0min", "Clarification"):
        assert words in text, words


def test_votes_scales_and_actions_stand_with_their_numbers() -> None:
    text = read(closed_room())
    for words in (
        "6 personnes, 2 gommettes chacune, 11 posées, vote anonyme",
        "Recruter alors que le budget est gelé",
        "4 sur 5 est la note du milieu, 7 réponses anonymes.",
        "Partager la grille de priorités",
        "Karim",
        "jeu. 17 déc.",
    ):
        assert words in text, words


def test_what_was_agreed_stands_as_a_decision() -> None:
    text = read(closed_room())
    assert "Dire non à mon équipe sans la décourager." in text
    assert "témoignages d’expérience et suggestions pratiques" in text
    assert "7 personnes ont dit\u00a0: «\u00a0Je peux aider sur cela\u00a0»" in text


@pytest.mark.parametrize("language", [FRENCH, ENGLISH])
def test_nothing_private_is_ever_in_it(language: Language) -> None:
    assert "SECRET" not in read(closed_room(language), language)
    for sharing in (False, True):
        text = read(full_room(sharing=sharing), language)
        assert "SECRET" not in text
        assert "Qui décide" in text or sharing


def test_in_a_confidential_method_only_what_may_be_shared_leaves_the_room() -> None:
    text = read(closed_room())
    assert "Un non clair repose tout le monde." in text
    assert "3 autres restent dans la salle" in text
    for kept in ("Mon chef fait pareil", "Je ne suis pas seule", "Commencer à l’heure"):
        assert kept not in text
    for kept in (
        "Depuis quand l’équipe",
        "Je dis toujours ce que je protège",
        "Un tableau des priorités",
    ):
        assert kept not in text
    assert "Gardé dans la salle\u00a0: Questions (7) et Contributions (7)." in text


def test_in_an_open_method_ideas_stand_without_names() -> None:
    pages = page_texts(summary(full_room(), FRENCH, PARIS))
    assert "Une idée de Bo" in pages[0]
    assert "Thème un" in pages[0]
    assert "Mise de côté\u00a0: Et si on essayait\u202f?" in pages[0]
    for name in NAMES:
        assert name not in pages[0] or name == "Chloé Nguyễn"  # She has an action.


def test_an_anonymous_scale_with_few_answers_shows_nothing_but_a_sentence() -> None:
    text = read(full_room())
    assert text.count("Affiché à partir de 5 réponses") == 1
    assert "4 réponses" not in text


def test_words_given_with_a_scale_stand_in_the_order_of_the_alphabet_without_names() -> None:
    assert "mood, in words: calme · calme · Élan · éveillé · Zen" in read(full_room(), ENGLISH)
    text = read(full_room())
    assert "mood fr, en mots\u00a0: calme · calme · Élan · éveillé · Zen" in text
    assert "named fr, en mots\u00a0: contente" in text
    assert "few fr, en mots" not in text


def test_words_given_with_a_scale_stay_in_the_room_of_a_confidential_method() -> None:
    for text in (read(full_room(sharing=True)), read(closed_room())):
        assert "en mots" not in text
        assert "calme" not in text


def test_what_was_voted_on_stays_told_while_the_vote_itself_is_not() -> None:
    room = closed_room()
    steps = tuple(
        replace(step, activities=tuple(replace(one, revealed=False) for one in step.activities))
        for step in room.steps
    )
    assert "Sujets proposés (" not in read(room)
    assert "Sujets proposés (" in read(replace(room, steps=steps))


def test_a_vote_that_was_not_revealed_is_not_in_it() -> None:
    assert "gommette" in read(full_room())
    assert "gommette" not in read(full_room(reveal_vote=False))


def test_names_stand_in_the_annex_only_with_their_time() -> None:
    *pages, annex = page_texts(summary(closed_room(), FRENCH, PARIS))
    assert "Annexe\u00a0: qui était là" in annex
    for name in ("Sofia Moreau", "Chloé Nguyễn", "Nora Weiss"):
        assert name in annex
        assert all(name not in page for page in pages)
    assert "Personne cliente" in annex
    assert "54\u00a0min" in annex


def test_an_empty_session_still_has_a_summary() -> None:
    text = read(empty_room())
    assert "0 personne" in text
    assert "Rien n’a été noté pour ce compte rendu." in text
    assert "Annexe" not in text


def test_a_session_that_has_not_ended_can_be_summed_up() -> None:
    text = read(lobby_room())
    assert "7 personnes" in text
    assert "pas encore close" in text
    assert "pas encore close" not in read(closed_room())


def test_a_crowd_with_many_cards_flows_over_pages_within_the_margins() -> None:
    data = summary(crowded_room(), FRENCH, PARIS)
    pages = page_texts(data)
    text = "\n".join(pages)
    for author in (0, 31, 59):
        for number in range(6):
            assert f"Idée {author:03d}-{number}" in text
    assert text.count("W") > 2000
    assert f"page {len(pages)} sur {len(pages)}" in pages[-1]
    for number in (0, 1, len(pages) // 2, len(pages) - 1):
        for left, bottom, right, top in letter_boxes(data, number):
            assert left > MARGIN - 3
            assert right < A4[0] - MARGIN + 3
            assert MARGIN - 12 < bottom < top < A4[1] - MARGIN + 8


def test_lines_of_text_never_lie_on_each_other() -> None:
    data = summary(crowded_room(), FRENCH, PARIS)
    small = (box for box in letter_boxes(data, 2) if box[3] - box[1] < 6 and box[1] > 80)
    baselines = sorted({round(bottom, 1) for _, bottom, *_ in small})
    steps = [after - before for before, after in pairwise(baselines)]
    apart = [step for step in steps if step > 3]
    assert len(apart) > 20
    assert min(apart) > 9


def test_fonts_are_embedded() -> None:
    assert all("Helvetica" not in name for name in font_names(summary(closed_room(), FRENCH, PARIS)))


def test_the_same_room_gives_the_same_bytes() -> None:
    assert summary(full_room(), FRENCH, PARIS) == summary(full_room(), FRENCH, PARIS)


def test_the_foot_says_only_what_is_true() -> None:
    asked = "Là où la question a été posée"
    assert asked in read(closed_room())
    assert asked not in read(full_room())


def test_a_short_table_of_actions_stays_whole_with_its_note() -> None:
    (page,) = (
        one for one in page_texts(summary(closed_room("en"), ENGLISH, PARIS)) if "Our actions" in one
    )
    assert "Lead the next session" in page
    assert "Read again at the next session" in page


def test_dropped_actions_are_left_out() -> None:
    room = full_room()
    none: Room = replace(room, actions={})
    assert "Nos actions" not in read(none)
