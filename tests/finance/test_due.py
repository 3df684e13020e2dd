from datetime import timedelta
from uuid import uuid4

import pytest

from finance.due import leave_lease, take_lease
from tests.finance.conftest import NOW

LATER = NOW + timedelta(minutes=10)


@pytest.mark.django_db
class TestTakeLease:
    def test_lets_one_holder_in_at_a_time(self) -> None:
        first, second = uuid4(), uuid4()
        assert take_lease("due", first, now=NOW, until=LATER)
        assert take_lease("due", first, now=NOW, until=LATER)
        assert not take_lease("due", second, now=NOW, until=LATER)
        assert take_lease("other", second, now=NOW, until=LATER)

    def test_passes_on_when_it_is_left_or_has_run_out(self) -> None:
        first, second, third = uuid4(), uuid4(), uuid4()
        take_lease("due", first, now=NOW, until=LATER)
        leave_lease("due", second)
        assert not take_lease("due", second, now=NOW, until=LATER)
        leave_lease("due", first)
        assert take_lease("due", second, now=NOW, until=LATER)
        assert take_lease("due", third, now=LATER, until=LATER + timedelta(minutes=10))
