"""Words that sentences of any kind are made of, and those that name no number."""

WORDS = """
    one two five twelve fifteen twenty fifty ninety hundred thousand lakh half quarter double oh point
    and a dollars dollar cents quid p rupees bucks euro percent each plus tip tax minus off about or so
    not no sorry wait i mean actually scratch that make it was its at lidl from to for on in with visa
    cash savings checking monday yesterday march fifth last week month this between since how much many
    did spend paid got back refund salary budget set delete undo the one note tag category groceries
    lunch coffee bread milk taxi rent anna for people of gallon an hour is costs worth will tomorrow if
    never have left 12.50 7 1,200 3/5 5:30 $4 4th ? , x # every
""".split()  # noqa: SIM905
SILENT_WORDS = """
    the at from for on in with lidl visa monday yesterday last week groceries lunch coffee bread milk
    taxi rent anna paid spent bought note tag no sorry actually make it was how much did spend this
    month delete undo set budget
""".split()  # noqa: SIM905
