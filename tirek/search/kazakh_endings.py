"""The table of Kazakh endings, after folding.

In a pattern ``A`` is а or е and ``Y`` ы or и, as the root is back or front; a capital
consonant at its beginning is a sound that follows the root's last one (`CLASSES`).
"""

from typing import Final

_VOWEL: Final = "аыоеиэяю"
_GLIDE: Final = "рйу"
_NASAL: Final = "мн"
_VOICED: Final = "зж"
_SOFT: Final = "ьъ"
_HARD: Final = "птксшфхцчщбгдв"

CLASSES: Final = {
    # plural
    "L": {"л": _VOWEL + _GLIDE + _SOFT, "д": "л" + _NASAL + _VOICED + _SOFT, "т": _HARD + _SOFT},
    # genitive
    "N": {"н": _VOWEL + _NASAL, "д": "л" + _GLIDE + _VOICED + _SOFT, "т": _HARD + _SOFT},
    # accusative
    "C": {"н": _VOWEL, "д": "л" + _GLIDE + _NASAL + _VOICED + _SOFT, "т": _HARD + _SOFT},
    # locative, past
    "D": {"д": "л" + _VOWEL + _GLIDE + _NASAL + _VOICED + _SOFT, "т": _HARD + _SOFT},
    # ablative
    "B": {"д": "л" + _VOWEL + _GLIDE + _VOICED + _SOFT, "н": _NASAL, "т": _HARD + _SOFT},
    # dative, participle
    "G": {"г": "л" + _VOWEL + _GLIDE + _NASAL + _VOICED + _SOFT, "к": _HARD + _SOFT},
    # instrumental, denial, person
    "M": {
        "м": "л" + _VOWEL + _GLIDE + _NASAL + _SOFT,
        "б": _VOICED + _NASAL,
        "п": _HARD + _SOFT,
    },
}
"""Spellings of a capital consonant, each with the letters it stands after."""

_CONSONANT: Final = "бвгджзйклмнпрстуфхцчшщ"
_HIGH: Final = "ыи"
_LOW: Final = "аеяоуюэ"
_ANY: Final = ""
_RISING: Final = "рлйн"
"""What may stand before another consonant at a root's end."""

ENDINGS: Final = (
    # states in which it may be taken; patterns; letters that must remain; next state; what must
    # be the last of these, and the one before it
    # Case after possession of the third person.
    ("w", "ндAгY ндAй нAн нA ндA н нYн нY", 3, "s", _HIGH, _ANY),
    # At once, where it leaves a known root: «құжат-ын» is no verb.
    ("w", "Yн", 2, "n", _CONSONANT, _ANY),
    ("w", "сYн", 3, "n", _LOW, _ANY),
    ("w", "сYн", 3, "n", _HIGH, "шг"),
    # Tense and person of verbs.
    ("w", "AдY AмYн AмYз AсYз", 2, "v", _CONSONANT, _VOWEL),
    ("w", "AдY AмYн AмYз AсYз", 3, "v", "тқкпгзс", _RISING),
    ("w", "AдY AмYн AмYз", 2, "v", "сртзл", "у"),
    ("wpsn", "AтYн", 2, "v", _CONSONANT, _ANY),
    ("w", "AтYндAй", 2, "v", _CONSONANT, _ANY),
    ("w", "йдY ймYн ймYз йсYз", 2, "v", _VOWEL, _ANY),
    ("wpsn", "йтYн", 2, "v", _VOWEL, _ANY),
    ("w", "йтYндAй", 2, "v", _VOWEL, _ANY),
    ("w", "идY имYн имYз исыз", 2, "v", _CONSONANT, _ANY),
    ("wpsn", "итYн", 2, "v", _CONSONANT, _ANY),
    ("w", "DYм DYнYз", 2, "v", _ANY, _ANY),
    ("w", "сAм сAк сAнYз сA", 2, "v", _ANY, _ANY),
    ("w", "сYн", 2, "v", _CONSONANT, _ANY),
    ("w", "AйYк AйYн", 2, "v", _CONSONANT, _ANY),
    ("w", "йYк йYн", 2, "v", _VOWEL, _ANY),
    ("w", "Yп YптY", 2, "v", _CONSONANT, _ANY),
    ("w", "п птY", 2, "v", "аея", _ANY),
    ("w", "GAлY GAншA GAндYктAн", 2, "v", _ANY, _ANY),
    ("w", "MAй MAс", 2, "v", _ANY, _ANY),
    ("wpsndx", "GAн", 2, "v", _ANY, _ANY),
    ("w", "GAнMYн GAнMYз", 2, "v", _ANY, _ANY),
    ("w", "GAнY GAнYн GAнYнA GAнYнAн GAнYндA GAнYмен", 2, "v", _ANY, _ANY),
    ("wpsndx", "у", 2, "v", _ANY, _ANY),
    # Voice, denial and the root's own vowel, which only verbs can lose.
    ("vx", "MA", 2, "v", _ANY, _ANY),
    ("vx", "Yл", 2, "v", _CONSONANT, _ANY),
    ("v", "л", 3, "v", "ае", _ANY),
    ("x", "л", 3, "v", "ае", "лдт"),
    ("v", "н", 3, "v", "ае", "л"),
    ("x", "н", 5, "v", "ае", "л"),
    ("vx", "Y", 2, "", _CONSONANT, _ANY),
    # Case.
    # A noun's where it begins with н: what denies a verb has not been put before it.
    ("w", "NYн", 2, "p", _ANY, _ANY),
    ("w", "нY", 2, "p", _VOWEL, _ANY),
    ("w", "DY", 2, "x", _ANY, _ANY),
    ("w", "GA DA BAн", 2, "p", _ANY, _ANY),
    ("w", "Mен Mенен", 2, "p", _ANY, _ANY),
    ("wd", "DAгY", 2, "p", _ANY, _ANY),
    ("w", "DAй NYки", 3, "p", _ANY, _ANY),
    # Possession.
    ("wpsx", "сY", 3, "n", _LOW, _ANY),
    ("wpsx", "сY", 3, "n", _HIGH, "шг"),
    ("wpsndx", "Y", 2, "n", _CONSONANT, _ANY),
    ("wpx", "YмYз YнYз", 2, "n", _CONSONANT, _ANY),
    ("wpx", "мYз нYз", 2, "n", _VOWEL, _ANY),
    # Number.
    ("wpsnx", "LAр", 2, "d", _ANY, _ANY),
)
"""What may be taken off, in the order of preference where two read the same."""

ROOTS: Final = """
сауда пайда апта почта шахта мақта нұсқа басқа қысқа шошқа касса пьеса нәрсе кеңсе тұлға сырға
өзге жиын орын түтін келін бұрын алтын жақын қалың қатын егін ұшқын магазин витамин термин үшін
кейін дейін сайын машина медицина дисциплина вакцина картина украина резина доктрина қазақстан
өзбекстан қырғызстан тәжікстан ауғанстан пәкістан түркіменстан үндістан дағыстан татарстан дастан
бостан майдан қорған орган үлкен күйеу бұзау алау қару сұлу ару кітап мектеп есеп талап тарап
себеп жауап шарап азап тәртіп қауіп ғаріп әріп кәсіп нәсіп принцип қап торғай маңдай қандай
мұндай сондай ондай андай бірдей дәптер тендер мастер лидер календарь чемпионат аппарат қанат
сағат құжат факультат кандидат делегат депутат интернат сертификат аттестат формат адресат қуат
санат мемлекет жаса қара сұра ата сана тара жина тіле ойна баста арна байла сақта тоқта қолда
қорға ұста қызыл ауыл материал канал журнал арнайы халықаралық жалпы жас жұмыс байланыс қатынас
бала ана апа аға қала дала сала шара орта мұра сапа баға жаға шағын оралман
ақыл асыл көңіл қабыл жасыл жеңіл өкіл тәсіл мезгіл бейіл дәлел әйел мақал мысал сақал портал
филиал персонал потенциал квартал оригинал профессионал интервал терминал вокзал идеал скандал
интеграл минерал капитал интеллектуал үстел секіл экспериментал
алаң маман кезең кеңес әріптес серіктес мәтін аудан баған мекен мекеме телефон қағидат сәйкес үлес
эксперт индекс скрипт форма босқын сөйлем өлшем құрам міндет қорытынды отбасы нысан болжам
сезім объект курс лифт орналас көмектес сөйлес тұрғын процес клас сияқты зағип ғарып
сынып тақырып кесте мағына нүкте пошта пәрмен ойын қаріп тақта қорап шілде қарқын қағида этап жағдай
үлгерім көзқарас сауат шетел бүлдіршін карточка түпнұсқа пернетақта кәсіпорын шығын дарын толқын
қабырға оқиға теңге команда аспап буын мүсін пішін ағылшын жасырын бүгін алдын
деңгей абырой критерий сенім білім өнім адрес проект ақпарат бюджет әлеует қаражат желі
автобус адвокат акимат апай аралас аутист ағай балдақ баспалдақ буклет бөбекжай бөгет бөлім газет
глоссарий дербес жасөспірім жетім жетон журналист закон инвалид интеллект интернет ишарат кабинет
кедей келісім керең кешен климат конкурс контраст күтім лицей логопед логопункт мақсат мекенжай
методист мүгедек мәлімет насихат науқас озат окулист опрос отчет пандус патронат педкеңес плакат
планшет психотерапевт пікірталас пікіртерім регион режим результат ресурс сайман санаторий саясат
слайд статус стресс суицид сурет сыныптас сырқат сұхбат терең тест тізілім тұтас төбелес төлем
университет фокус шаблон шығыс этикет қабілет қажет қандас қатарлас қақтығыс қиянат қоғам қызметтес
құрдас құрмет үкімет ұжымдас әдет әдіскабинет әкім әлем әрекет өкім өкімет өтінім ауқым көлем
ұстаным ұсыным шешім емтихан кәмелет адам біртұтас департамент дефект аспект факт контакт конспект
специалист педуниверситет эрготерапевт транскрипт
көрмейтін көрмейді естімейтін естімейді сөйлемейтін сөйлемейді білмейтін алмайтын алмайды
"""
"""Words that end like others' endings and have none; folded where they are used.

So do some that say «not»: who cannot see is another than who sees."""

SHORT: Final = "де же не ки ти"
"""Roots of two letters that end in a vowel, folded."""

PLACES: Final = """
қарағанды алматы астана шымкент павлодар қостанай қызылорда маңғыстау атырау ақтөбе ақмола жамбыл
түркістан жетісу ұлытау көкшетау талдықорған семей өскемен тараз ақтау
"""
"""Regions and their centres."""

WEAK: Final = """
орн:орын халк:халық ерк:ерік ерн:ерін мойн:мойын мурн:мұрын карн:қарын бойн:бойын бурш:бұрыш
аузы:ауыз ауз:ауыз кулк:құлық хулк:құлық гурп:ғұрып ырк:ырық бетк:беткі ирин:ірің колк:көлік
пикр:пікір корытындыс:қорытынды каулыс:каул дагдыс:дагд желис:желі
кобею:көбей кобеюи:көбей азаю:азай азаюы:азай азая:азай кенею:кеңей кушею:күшей улгаю:ұлғай
процесс:процес класс:клас модел:модель рол:роль контрол:контроль профил:профиль
балам:бала балан:бала ұлым:ұл қызым:қыз
"""
"""Roots that lose a vowel or a letter of Russian before an ending, or what an ending is like:
``модел-і``, ``қаулыс-ы``.

What is a parent's own («балам») is among them: as an ending, м would shorten ``адам``."""
