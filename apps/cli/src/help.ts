export const defaultServer = 'http://localhost:8080';

export const help = `Translates texts of any length by a server of Unlimited Translation.

  cat book.txt | unlimited-translation --from de --to en > book.en.txt
  unlimited-translation --from de --to en book.txt            writes book.en.txt
  unlimited-translation --from de --to en -o english/ *.txt   writes english/…
  unlimited-translation --to en brief.docx               writes brief.en.docx

Languages
  -f, --from LANG     language of the text, such as de; "auto", which is the
                      default, lets the server find it out
  -t, --to LANG       language to translate into

Texts
  FILE …              files, or patterns such as "**/*.md"; none, or "-":
                      standard input
  -o, --output PATH   a folder (it exists, or PATH ends with /), a file for one
                      text, or "-" for standard output
      --overwrite     replace files that are there already
      --format NAME   plain, markdown, html, srt or vtt, or docx, pptx, xlsx,
                      odt, odp, epub or pdf, of which only the text comes back;
                      without it the file's ending tells, and standard input is
                      plain
      --glossary FILE words to be translated in one way: on each line a word, a
                      tab and its translation, or a word that stays as it is
      --line-breaks keep|unwrap
                      whether the line breaks of a plain text end sentences
      --jobs N        texts translated at the same time (4)

Server
  -s, --server URL    its address; UNLIMITED_TRANSLATION_SERVER says it too
                      (${defaultServer})
      --key KEY       an API key, if the server wants one; better given as
                      UNLIMITED_TRANSLATION_KEY, which other users cannot see
      --keep          leave the translation in the server's history; otherwise
                      it is removed there as soon as you have it
      --private       the server remembers no sentence for later texts
      --patience S    seconds without any progress after which a server that
                      does not answer is given up (600)

Other
  -q, --quiet         no progress bar, no summary
  -h, --help          this text
      --version       the version
      --discard       instead of translating: stop and remove on the server what
                      interrupted runs have left there

Interrupted? Run the same command again. The text is with the server, which goes
on translating; after Ctrl-C, a crash or a lost connection you get all of it,
and nothing is translated twice. What has to be remembered for that is kept in
$XDG_STATE_HOME/unlimited-translation (~/.local/state/…), for your eyes only.

Ends with 0 when everything is translated, 1 when something failed, 2 for a
wrong command line, 3 when the server cannot be reached, 4 when it refuses the
text, 5 for a file that cannot be read or written, 130 after Ctrl-C, 143 after
SIGTERM.
`;
