import os
import re
from pathlib import Path

from config import environment

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = (ROOT / ".env.example").read_text()


class TestEnvExample:
    def test_names_every_variable_that_the_settings_read_and_no_other(self) -> None:
        settings = (ROOT / "config" / "settings.py").read_text()
        read = set(re.findall(r'environment\.(?:text|names|switch|whole_number)\(\s*"([A-Z_]+)"', settings))
        assert read >= {"ALLOWED_HOSTS", "DATABASE_URL", "HTTPS"}
        assert set(re.findall(r"^# ([A-Z_]+)=", EXAMPLE, re.MULTILINE)) == read

    def test_names_every_variable_that_make_reads(self) -> None:
        tools = "".join(path.read_text() for path in (ROOT / "tools").glob("*.py"))
        read = set(re.findall(r'environ\.get\("((?:PHONE_)?(?:ADDRESS|PORT|PAGE_PORT))"', tools))
        assert set(re.findall(r"^#   ([A-Z_]+)=", EXAMPLE, re.MULTILINE)) == read

    def test_changes_nothing_when_copied_as_it_is(self, tmp_path: Path) -> None:
        before = dict(os.environ)
        (tmp_path / ".env").write_text(EXAMPLE)
        environment.read_file(tmp_path / ".env")
        assert dict(os.environ) == before
