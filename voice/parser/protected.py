"""Words that no name may take the place of, however unsure the recogniser was: those that count or steer."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from voice.parser.lexicon import Lexicon

NOT_COUNTING = ("articles", "approximate", "approximate_after")
STEERING = (
    ("slots", ""),
    ("kinds", ""),
    ("words", "articles"),
    ("words", "conjunctions"),
    ("words", "corrections"),
    ("words", "expense_verbs"),
    ("words", "money_verbs"),
    ("words", "record"),
    ("words", "fillers"),
    ("words", "stop"),
    ("gate", "question_start"),
    ("gate", "future_any"),
    ("gate", "negation_any"),
)
DATES = ("relative", "weekdays", "months", "weak_weekdays", "spans", "day_parts", "last", "this", "ago")
made: "list[tuple[Lexicon, dict[str, bool], dict[str, bool]]]" = []


def counts(lexicon: "Lexicon", word: str) -> bool:
    """Whether a word may be part of a number or an amount: "fifty", "hundred", "double", "euros", "oh"."""
    return word in tables(lexicon)[0] or word in lexicon.small or is_compound(lexicon, word)


def steers(lexicon: "Lexicon", word: str) -> bool:
    """Whether a word says how the others are meant: "at", "yesterday", "not", "paid"."""
    return word in tables(lexicon)[1]


def is_compound(lexicon: "Lexicon", word: str) -> bool:
    """Whether a longer word ends in a number word: "zweihundert", "seventyfive"."""
    starts = [at for at in range(1, len(word) - 3) if word[at:] in tables(lexicon)[0]]
    return any([word[:at] in lexicon.small or word[:at] in tables(lexicon)[0] for at in starts])


def tables(lexicon: "Lexicon") -> "tuple[dict[str, bool], dict[str, bool]]":
    """(words that count, words that steer) of a lexicon, made once."""
    for known, counting, steering in made:
        if known is lexicon:
            return counting, steering
    made.append((lexicon, counting_words(lexicon), steering_words(lexicon)))
    return made[-1][1], made[-1][2]


def counting_words(lexicon: "Lexicon") -> "dict[str, bool]":
    found: dict[str, bool] = {}
    for group in lexicon.numbers:
        if group not in NOT_COUNTING and not isinstance(lexicon.numbers[group], str):
            put_words(found, lexicon.numbers[group])
    put_words(found, lexicon.small)
    for table in (lexicon.major.meanings, lexicon.minor.meanings):
        put_words(found, table)
    for group in ("coins", "slang_one"):
        put_words(found, lexicon.money.get(group, []))
    articles = lexicon.numbers.get("articles", [])
    return {word: True for word in found if word not in articles}


def steering_words(lexicon: "Lexicon") -> "dict[str, bool]":
    found: dict[str, bool] = {}
    for group, name in STEERING:
        lists = lexicon.lists[group]
        for one in [name] if name else [each for each in lists if each != "means"]:
            put_words(found, lists[one].meanings if one in lists else [])
    for group in DATES:
        put_words(found, lexicon.dates.get(group, []))
    return found


def put_words(table: "dict[str, bool]", phrases: object) -> None:
    """Every word of a list of phrases, or of a table's phrases."""
    if isinstance(phrases, (list, dict)):
        for phrase in phrases:
            for word in phrase.split(" ") if isinstance(phrase, str) else []:
                if word:
                    table[word] = True
