"""All of it on one GPU: a teacher of both directions, what it makes of the training text, and a small model for each direction.

    python recipe.py --data corpus.tsv.xz written.tsv.xz --out run --minutes 11 --eval test.tsv

The results are OUT/de-en and OUT/en-de, each with `hf` and `source.spm`. `--from` and `--vocabulary` are those of train.py.
"""
import argparse
import os
import time

import distil
import train

TEACHING = 0.45


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", required=True, nargs="+")
    p.add_argument("--out", required=True)
    p.add_argument("--minutes", type=float, required=True, help="for all of it")
    p.add_argument("--from", dest="folder")
    p.add_argument("--vocabulary")
    p.add_argument("--eval", nargs="*", default=[])
    p.add_argument("--workers", type=int, default=14)
    p.add_argument("--teacher", default="base", help="preset")
    p.add_argument("--teacher-tokens", default="32000")
    p.add_argument("--student-tokens", default="40000")
    args = p.parse_args()
    os.makedirs(args.out, exist_ok=True)
    end = time.time() + 60 * args.minutes

    def run(name, directions, minutes, data, *more):
        train.main(["--data", *data, "--out", f"{args.out}/{name}", "--directions", directions, "--minutes", str(minutes),
                    "--workers", str(args.workers), "--report-every", "10", "--eval", *args.eval, *more])

    vocabulary = ["--vocabulary", args.vocabulary] if args.vocabulary else []
    # One that is there already, after a run that broke off, is kept.
    if not os.path.exists(f"{args.out}/teacher/hf"):
        run("teacher", "both", TEACHING * args.minutes, args.data, "--preset", args.teacher, "--tokens", args.teacher_tokens, *vocabulary)
    vocabulary = f"{args.out}/teacher/source.spm"
    for direction in ("de-en", "en-de"):
        distil.main(f"{args.out}/teacher/hf", vocabulary, direction, f"{args.out}/{direction}.tsv", *args.data)
    start = ["--from", args.folder, "--rate", "1.5e-3", "--warmup", "400"] if args.folder else ["--rate", "2e-3", "--warmup", "1000"]
    for left, direction in ((2, "de-en"), (1, "en-de")):
        minutes = (end - time.time()) / 60 / left
        run(direction, direction, minutes, [*args.data, f"{args.out}/{direction}.tsv"], "--preset", "tiny", "--dropout", "0.05",
            "--tokens", args.student_tokens, "--vocabulary", vocabulary, *start)


if __name__ == "__main__":
    main()
