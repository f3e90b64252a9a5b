/// How the page looks: the colours are those of a stained section, violet nuclei on rose.
enum Stylesheet {
    /// The number of colours that curves have before they repeat.
    static let curveCount = 6

    /// The style of the whole page.
    static let page = [
        colors, frame, text, code, tables, blocks, questions, plots, diagrams, media,
    ].joined(separator: "\n")

    /// The style of a plot that is a file of its own.
    static let plotFile = [colors, plots].joined(separator: "\n")

    /// The style of a diagram that is a file of its own.
    static let diagramFile = [colors, diagrams].joined(separator: "\n")

    static let colors = """
        :root {
          --paper: #fdfcfb; --ink: #26222c; --soft: #6d6676; --line: #e4dfe8;
          --accent: #5b3a8e; --rose: #b03a6f; --wash: #f5f1f8; --blush: #fcf1f5;
          --c0: #3b5bb5; --c1: #c4481f; --c2: #1a7f5e; --c3: #9a3a9e; --c4: #8a6a00; --c5: #0f7d94;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #17151b; --ink: #e6e1ea; --soft: #a49bae; --line: #37323f;
            --accent: #c3a6f2; --rose: #f09abf; --wash: #211d28; --blush: #2a1d25;
            --c0: #8fabff; --c1: #ff9568; --c2: #58cfa4; --c3: #e09ae4; --c4: #e3c04b;
            --c5: #62cde3;
          }
        }
        """

    static let frame = """
        * { box-sizing: border-box; }
        html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
        body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.62;
          font: 400 1.09rem/1.62 Charter, "Bitstream Charter", "Iowan Old Style", Palatino,
            "Palatino Linotype", "Noto Serif", Georgia, serif;
          font-variant-numeric: oldstyle-nums; hanging-punctuation: first; }
        header, .sheet, footer { max-width: 61rem; margin: 0 auto; padding: 0 1.5rem; }
        header { padding-top: 4.5rem; padding-bottom: 1.5rem; }
        .name, nav, figcaption, caption, th, .numbers, .label, summary, footer,
        .number, .foot, .answer .guess {
          font-family: system-ui, "Segoe UI", "Helvetica Neue", "Noto Sans", Arial, sans-serif; }
        .name { margin: 0; color: var(--rose); font-size: .8rem; font-weight: 600;
          letter-spacing: .09em; text-transform: uppercase; }
        h1 { margin: .3rem 0 .6rem; font-size: clamp(2rem, 5vw, 3.1rem); line-height: 1.12;
          font-weight: 600; letter-spacing: -.015em; text-wrap: balance; }
        .lead { margin: 0; max-width: 36rem; color: var(--soft); font-size: 1.3rem;
          line-height: 1.45; font-style: italic; text-wrap: pretty; }
        .sheet { display: grid; grid-template-columns: 14rem minmax(0, 40rem); gap: 0 4rem;
          align-items: start; }
        nav { position: sticky; top: 1.5rem; padding-top: 3.1rem; font-size: .86rem;
          line-height: 1.4; }
        nav ol { margin: 0; padding: 0; list-style: none; counter-reset: step; }
        nav li { display: flex; gap: .7em; padding: .28rem 0; counter-increment: step; }
        nav li::before { content: counter(step); min-width: 1.4em; text-align: right;
          color: var(--soft); font-variant-numeric: tabular-nums; }
        nav li.back::before { content: ""; }
        nav a { color: var(--ink); text-decoration: none; }
        nav a:hover { color: var(--accent); text-decoration: underline; }
        section { padding-top: 2.4rem; }
        h2 { margin: 0 0 1rem; font-size: 1.62rem; line-height: 1.25; font-weight: 600;
          letter-spacing: -.008em; text-wrap: balance; }
        .number { display: inline-block; margin-right: .35em; color: var(--rose);
          font-size: .82em; font-weight: 500; font-variant-numeric: lining-nums; }
        footer { margin-top: 4rem; padding-top: 1.2rem; padding-bottom: 3rem; color: var(--soft);
          font-size: .84rem; }
        footer p { border-top: 1px solid var(--line); padding-top: 1.2rem; margin: 0; }
        """

    static let text = """
        p { margin: 0 0 1rem; text-wrap: pretty; hyphens: auto; }
        a { color: var(--accent); text-underline-offset: .15em; overflow-wrap: anywhere; }
        a.source { text-decoration: none; font-size: .92em; }
        ul, ol { margin: 0 0 1rem; padding-left: 1.5rem; }
        nav ol { padding: 0; }
        li { margin: .2rem 0; text-wrap: pretty; }
        .short { white-space: nowrap; }
        .equation { margin: 1.4rem 0; }
        .equation > math { font-size: 1.18rem; padding: .3rem 0; overflow-x: auto; overflow-y: hidden; }
        dl.symbols { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem;
          margin: .7rem auto 0; width: fit-content; max-width: 100%; font-size: .95rem;
          color: var(--soft); }
        dl.symbols dt { color: var(--ink); text-align: right; }
        dl.symbols dd { margin: 0; }
        dl.glossary dt { font-weight: 600; }
        dl.glossary dd { margin: 0 0 .8rem; }
        dl.sources { display: grid; grid-template-columns: max-content 1fr; gap: .5rem 1rem;
          font-size: .95rem; }
        dl.sources dd { margin: 0; overflow-wrap: anywhere; }
        dl.sources dt:target, dl.sources dt:target + dd { background: var(--blush); }
        """
}
