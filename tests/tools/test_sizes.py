from tools.sizes import long_functions


class TestLongFunctions:
    def test_counts_lines_after_the_docstring(self) -> None:
        short = 'def f():\n    """One.\n\n    Two.\n    """\n' + "    x = 1\n" * 20
        assert list(long_functions(short)) == []

    def test_names_the_line_and_the_length(self) -> None:
        long = "import os\n\ndef f():\n" + "    x = 1\n" * 21
        assert list(long_functions(long)) == [(3, "f has 21 lines, at most 20")]
