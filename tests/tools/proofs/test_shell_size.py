"""Which files count as the shell."""

from tools.proofs.shell_size import shell

MANIFEST = {
    "main": {"file": "main.js", "css": ["main.css"], "imports": ["_lit"], "dynamicImports": ["_engine"]},
    "_lit": {"file": "lit.js", "imports": ["_base"]},
    "_base": {"file": "base.js"},
    "_engine": {"file": "engine.js"},
}


class TestShell:
    def test_follows_static_imports_and_styles_but_not_what_comes_later(self) -> None:
        assert list(shell(MANIFEST, "main")) == ["main.js", "main.css", "lit.js", "base.js"]
