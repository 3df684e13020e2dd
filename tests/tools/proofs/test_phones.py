"""What the proofs of a new phone and of a long queue take for good."""

from dataclasses import replace

from tools.proofs import first_sync, long_queue
from tools.proofs.first_sync import Arrival
from tools.proofs.long_queue import Sent
from tools.proofs.patience import Patience

LATE = {"p50": 0.0, "p99": 80.0, "most": 200.0}
ARRIVED = Arrival(complete=48.0, spoken=12.0, shown=40, late=LATE, rows=1001)
SENT = Sent(seconds=90.0, typed=1.0, saving=LATE, late=LATE, applied=501, doubled=0)


class TestFirstSync:
    def test_holds_with_every_row_in_time_and_an_entry_spoken_meanwhile(self) -> None:
        assert first_sync.holds(ARRIVED, rows=1000)

    def test_does_not_hold_late_or_with_a_row_missing_or_unseen_or_unheard(self) -> None:
        late = {**LATE, "p99": 900.0}
        for wrong in ({"complete": 61.0}, {"rows": 1000}, {"shown": 3}, {"spoken": 49.0}, {"late": late}):
            assert not first_sync.holds(replace(ARRIVED, **wrong), rows=1000), wrong


class TestLongQueue:
    def test_holds_with_every_entry_once_and_a_page_that_answers(self) -> None:
        assert long_queue.holds(SENT, entries=500)

    def test_does_not_hold_with_one_lost_or_doubled_or_a_page_that_waits(self) -> None:
        late = {**LATE, "p99": 900.0}
        for wrong in ({"applied": 500}, {"doubled": 1}, {"typed": 6.0}, {"late": late}):
            assert not long_queue.holds(replace(SENT, **wrong), entries=500), wrong


class TestPatience:
    def test_tells_how_late_a_page_was(self) -> None:
        assert Patience.words(LATE) == "0, 80, 200 ms"
