import stat
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser

from finance.ids import new_id
from voice import keeping, recordings
from voice.errors import UnknownRecording

SECOND = bytes(recordings.BYTES_PER_SECOND)

pytestmark = pytest.mark.django_db


@pytest.fixture
def asha() -> AbstractUser:
    made: AbstractUser = get_user_model().objects.create_user("asha")
    return made


@pytest.fixture
def ben() -> AbstractUser:
    made: AbstractUser = get_user_model().objects.create_user("ben")
    keeping.begin(made)
    return made


class TestKeep:
    def test_keeps_nothing_of_who_has_not_asked_for_it(self, asha: AbstractUser) -> None:
        keeping.keep(asha, SECOND, "twelve fifty")
        assert (keeping.keeps(asha), keeping.kept(asha)) == (False, [])
        assert not keeping.folder_of(asha).exists()

    def test_keeps_the_sound_with_its_words_and_its_time(self, ben: AbstractUser) -> None:
        keeping.keep(ben, SECOND * 2, "zwölf fünfzig")
        (found,) = keeping.kept(ben)
        assert (found.seconds, found.words) == (2.0, "zwölf fünfzig")
        assert abs(datetime.now(UTC) - found.at) < timedelta(minutes=1)
        assert recordings.samples(keeping.sound_of(ben, found.id)) == SECOND * 2

    @pytest.mark.parametrize("words", ["", "a", "ab"])
    def test_leaves_a_wav_of_any_words_readable(self, words: str, ben: AbstractUser) -> None:
        keeping.keep(ben, SECOND, words)
        assert [found.words for found in keeping.kept(ben)] == [words]

    def test_lets_older_ones_make_room(self, ben: AbstractUser, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(keeping, "MOST", 2 * len(SECOND) + 500)
        for words in ("one", "two", "three"):
            keeping.keep(ben, SECOND, words)
        assert [found.words for found in keeping.kept(ben)] == ["three", "two"]

    def test_lets_nobody_else_of_the_machine_read(self, ben: AbstractUser) -> None:
        keeping.keep(ben, SECOND, "one")
        (file,) = keeping.folder_of(ben).iterdir()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(keeping.folder_of(ben).stat().st_mode) == 0o700


class TestEnd:
    def test_deletes_what_was_kept(self, ben: AbstractUser) -> None:
        keeping.keep(ben, SECOND, "one")
        keeping.end(ben)
        assert (keeping.keeps(ben), keeping.kept(ben)) == (False, [])
        assert not keeping.folder_of(ben).exists()

    def test_leaves_other_peoples_alone(self, asha: AbstractUser, ben: AbstractUser) -> None:
        keeping.keep(ben, SECOND, "one")
        keeping.end(asha)
        assert len(keeping.kept(ben)) == 1


class TestDrop:
    def test_deletes_one(self, ben: AbstractUser) -> None:
        for words in ("one", "two"):
            keeping.keep(ben, SECOND, words)
        keeping.drop(ben, keeping.kept(ben)[0].id)
        assert [found.words for found in keeping.kept(ben)] == ["one"]

    @pytest.mark.parametrize("deed", [keeping.drop, keeping.sound_of])
    def test_knows_no_recording_of_anybody_else(
        self, deed: object, asha: AbstractUser, ben: AbstractUser
    ) -> None:
        assert callable(deed)
        keeping.begin(asha)
        keeping.keep(ben, SECOND, "one")
        with pytest.raises(UnknownRecording):
            deed(asha, keeping.kept(ben)[0].id)
        assert len(keeping.kept(ben)) == 1


class TestMadeAt:
    def test_reads_the_time_out_of_an_id(self) -> None:
        assert keeping.made_at(UUID("017f22e2-79b0-7cc3-98c4-dc0c0c07398f")) == datetime(
            2022, 2, 22, 19, 22, 22, tzinfo=UTC
        )
        assert abs(datetime.now(UTC) - keeping.made_at(new_id())) < timedelta(minutes=1)
