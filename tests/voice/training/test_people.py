import json
from pathlib import Path

from voice.training.people import manifest, readings


class TestReadings:
    def test_gives_every_wording_a_label_allows(self) -> None:
        found = [" ".join(words) for words in readings({"coffeeDrink": "latte", "size": "large"})]
        assert "can i get a large latte" in found
        assert len(found) == 18

    def test_puts_what_goes_in_at_the_end_in_any_order(self) -> None:
        slots = {"coffeeDrink": "mocha", "milkAmount": "soy milk", "sugarAmount": "brown sugar"}
        found = [" ".join(words) for words in readings(slots)]
        assert "i want a mocha with soy milk and brown sugar" in found
        assert "i want a mocha with brown sugar and soy milk" in found


class TestManifest:
    def test_keeps_words_and_offers_wordings_where_there_are_none(self, tmp_path: Path) -> None:
        rows = [
            {"path": "wake/a.flac", "voice": "wake:1", "split": "train", "words": ["computer"]},
            {"path": "orders/b.flac", "voice": "orders:2", "split": "test"},
        ]
        (tmp_path / "manifest.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
        (tmp_path / "orders-labels.json").write_text('{"b.wav": {"slots": {"coffeeDrink": "latte"}}}')
        made = manifest(tmp_path, tmp_path / "out.jsonl").read_text().splitlines()
        first, second = map(json.loads, made)
        assert (first["words"], first["path"]) == (["computer"], str(tmp_path / "wake/a.flac"))
        assert (second["split"], len(second["readings"])) == ("test", 18)
