"""Token buckets: so many at once, then so many a second, for each phone alone."""

from workshop_desk.domain.units import Seconds
from workshop_desk.phones.limits import Bucket, Buckets


def test_a_bucket_empties_and_fills() -> None:
    bucket = Bucket(3, 2, Seconds(0))
    assert [bucket.take(Seconds(0)) for _ in range(4)] == [0, 0, 0, 0.5]
    assert bucket.take(Seconds(0.5)) == 0
    assert bucket.take(Seconds(0.5)) > 0
    assert [bucket.take(Seconds(100)) for _ in range(4)] == [0, 0, 0, 0.5]


def test_a_clock_that_goes_back_gives_nothing() -> None:
    bucket = Bucket(1, 1, Seconds(10))
    assert bucket.take(Seconds(10)) == 0
    assert bucket.take(Seconds(5)) == 1


def test_one_phone_does_not_slow_another_and_memory_is_bounded() -> None:
    buckets = Buckets(1, 1)
    assert buckets.take("a", Seconds(0)) == 0
    assert buckets.take("a", Seconds(0)) > 0
    assert buckets.take("b", Seconds(0)) == 0
    for number in range(5000):
        buckets.take(str(number), Seconds(0))
    assert len(buckets._known) <= 2000
