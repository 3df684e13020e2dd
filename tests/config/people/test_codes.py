import pytest

from config.people import codes


class TestCodes:
    @pytest.mark.parametrize(("make", "groups"), [(codes.setup_code, 3), (codes.recovery_code, 4)])
    def test_come_in_groups_of_letters_nobody_confuses(self, make: object, groups: int) -> None:
        made = [make() for _ in range(200)]  # type: ignore[operator]
        assert len(set(made)) == 200
        assert all(len(code.split("-")) == groups for code in made)
        assert not set("01OIL") & set("".join(made))


class TestDigest:
    @pytest.mark.parametrize("typed", ["k7qm-4tzx", "K7QM4TZX", " K7QM 4TZX ", "k7qm—4tzx"])
    def test_does_not_mind_case_spaces_and_dashes(self, typed: str) -> None:
        assert codes.digest(typed) == codes.digest("K7QM-4TZX")

    def test_tells_codes_apart(self) -> None:
        assert codes.digest("K7QM-4TZX") != codes.digest("K7QM-4TZY")
