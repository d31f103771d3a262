"""How well and how fast the parser reads, beside jieba's own person names on the same text.

    python -m bench.parsing                    # the sample reports with their author's labels
    python -m bench.parsing --shared ../shared # and the labelled real reports, where they are
    python -m bench.parsing --hostile          # texts of one million characters against the clock

Speed is characters per CPU second of parsing alone: files are read and the dictionary is
loaded before the clock starts.
"""

import argparse
import json
import logging
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import jieba
from jieba.posseg import POSTokenizer

from seeds import reports
from store.lexicon import Lexicon, load
from store.model import Article, Block, Document, Page, article_to_json
from store.parsing import parse
from store.reading import ReadingError, read_file

Result = TypeVar("Result")
ROUNDS = 3
MILLION = 1_000_000
HOSTILE = (
    "一要", "、", "《", "(", "1", "顾望舒、", "王", "顾望舒强调，", "省长顾望舒主持会议。", "的", "“",
    "（记者", "1月1日", "阿·", "王 ", "由", "书记", "书记王", "编辑：", "第一，", "会议", "主持召开",
    "在", "：", "扎西、", "作了", "听取顾望舒", "记者王", "云汀市长", "市长程朗", "会见顾望舒", "省长",
)  # fmt: skip
"""What one unbroken text of a million characters repeats."""
SEEDS = Path(__file__).parents[1] / "seeds"


@dataclass(frozen=True)
class Collection:
    """Files and the labels that go with them."""

    name: str
    files: Sequence[Path]
    labels: Path


def collections(shared: Path | None) -> list[Collection]:
    found = [Collection("seeds/", [Path(str(r)) for r in reports()], SEEDS / "labels.jsonl")]
    if shared:
        corpus, gold = shared / "corpus", shared / "gold"
        found += [
            Collection("gold/seeds", sorted(corpus.glob("*.txt")), gold / "seeds.jsonl"),
            Collection("gold/wild", sorted((corpus / "wild").iterdir()), gold / "wild.jsonl"),
            Collection(
                "gold/excerpts", sorted((corpus / "excerpts").iterdir()), gold / "excerpts.jsonl"
            ),
        ]
    return found


def documents(files: Iterable[Path]) -> list[Document]:
    read = []
    for path in files:
        try:
            read.append(read_file(path))
        except ReadingError as error:
            print(f"not read: {error}", file=sys.stderr)
    return read


def labelled_names(labels: Path) -> dict[str, set[str]]:
    """For each labelled file the names of everyone it labels, press included."""
    names: dict[str, set[str]] = {}
    for line in labels.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        known = names.setdefault(record["file"], set())
        for article in record["articles"]:
            known |= set(article.get("names") or ())
            known |= {person["name"] for person in article.get("people") or ()}
            for press in ("reporters", "photographers", "editors"):
                known |= set(article.get(press) or ())
    return names


def our_names(articles: Iterable[Article]) -> set[str]:
    return {
        name
        for a in articles
        for name in (*(p.name for p in a.people), *(m.name for m in a.byline.mentions))
    }


def jieba_names(document: Document, tagger: POSTokenizer) -> set[str]:
    text = "\n".join(block.text for page in document.pages for block in page.blocks)
    return {pair.word for pair in tagger.cut(text) if pair.flag == "nr" and len(pair.word) > 1}


def f1(pairs: Iterable[tuple[set[str], set[str]]]) -> float:
    right = claimed = wanted = 0
    for gold, found in pairs:
        right, claimed, wanted = right + len(gold & found), claimed + len(found), wanted + len(gold)
    return 200 * right / ((claimed + wanted) or 1)


def quiet_tagger(cache: str) -> POSTokenizer:
    """Jieba's tagger with its cache in a folder of this run and its messages off."""
    jieba.setLogLevel(logging.CRITICAL)
    jieba.dt.tmp_dir = cache
    tagger = POSTokenizer(jieba.dt)
    tagger.lcut("预热")
    return tagger


def best_of(rounds: int, work: Callable[[], list[Result]]) -> tuple[float, list[Result]]:
    """The least CPU seconds of several rounds, and what the last one gave."""
    seconds, result = [], []
    for _ in range(rounds):
        start = time.process_time()
        result = work()
        seconds.append(time.process_time() - start)
    return min(seconds), result


def main() -> int:
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--shared", type=Path, help="folder with corpus/, gold/ and evaluate.py")
    ask.add_argument("--hostile", action="store_true", help="time texts made to be slow instead")
    asked = ask.parse_args()
    if asked.hostile:
        return hostile()
    shared = asked.shared
    lexicon = load()
    cache = tempfile.TemporaryDirectory()
    tagger = quiet_tagger(cache.name)
    tables = []
    print(
        f"{'collection':<16}{'files':>6}{'characters':>12}{'chars/CPU s':>13}{'jieba':>10}{'names F1':>10}{'jieba':>7}"
    )
    for collection in collections(shared):
        read = documents(collection.files)
        size = sum(len(document.text) for document in read)
        ours, articles = best_of(ROUNDS, lambda read=read: [parse(d, lexicon) for d in read])
        theirs, tagged = best_of(1, lambda read=read: [jieba_names(d, tagger) for d in read])
        gold = labelled_names(collection.labels)
        at = {Path(d.path).name: i for i, d in enumerate(read)}
        scored = [(names, at[file]) for file, names in gold.items() if file in at]
        mine = f1((names, our_names(articles[i])) for names, i in scored)
        other = f1((names, tagged[i]) for names, i in scored)
        print(
            f"{collection.name:<16}{len(read):>6}{size:>12,}{size / ours:>13,.0f}{size / theirs:>10,.0f}{mine:>10.1f}{other:>7.1f}"
        )
        tables.append((collection, articles))
    if shared:
        for collection, articles in tables:
            score(shared, collection, articles)
    return 0


def one_text(text: str) -> Document:
    """A document that is a single paragraph."""
    page = Page(blocks=(Block("text", text),))
    return Document(
        path="-", sha256="", layout="plain-text", encoding="utf-8", text=text, pages=(page,)
    )


def seconds(documents: Sequence[Document], lexicon: Lexicon) -> float:
    """CPU seconds to parse documents once."""
    start = time.process_time()
    for document in documents:
        parse(document, lexicon)
    return time.process_time() - start


def hostile() -> int:
    """Each hostile text beside a million characters of ordinary reports; more of them, and less."""
    lexicon = load()
    read = documents([Path(str(report)) for report in reports()])
    size = sum(len(document.text) for document in read)
    seconds(read, lexicon)
    ordinary = seconds(read * 3, lexicon) / (3 * size) * MILLION
    few, many = seconds(read * 2, lexicon), seconds(read * 20, lexicon)
    print(f"ordinary reports: {ordinary:.1f} CPU s per million characters")
    print(f"ten times the documents: {many / few:.1f} times the CPU")
    for piece in HOSTILE:
        took = seconds([one_text(piece * (MILLION // len(piece)))], lexicon)
        print(f"{took:8.1f} s {took / ordinary:6.2f} x  {piece}")
    return 0


def score(shared: Path, collection: Collection, articles: Sequence[Sequence[Article]]) -> None:
    """The measures of the shared scorer for one collection."""
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as parsed:
        parsed.write(b"\n".join(article_to_json(a) for found in articles for a in found) + b"\n")
        parsed.flush()
        command = [sys.executable, str(shared / "evaluate.py"), parsed.name, str(collection.labels)]
        print(f"\n{collection.name}", flush=True)
        subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main())
