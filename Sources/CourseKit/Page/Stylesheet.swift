/// How the page looks: the colours are those of a stained section, violet nuclei on rose.
enum Stylesheet {
    /// The number of colours that curves have before they repeat.
    static let curveCount = 6

    /// The style of the whole page.
    static let page = [colors, frame, text, blocks, plots, diagrams, media].joined(separator: "\n")

    /// The style of a plot that is a file of its own.
    static let plotFile = [colors, plots].joined(separator: "\n")

    /// The style of a diagram that is a file of its own.
    static let diagramFile = [colors, diagrams].joined(separator: "\n")

    private static let colors = """
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

    private static let frame = """
        * { box-sizing: border-box; }
        html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
        body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.62;
          font: 400 1.09rem/1.62 Charter, "Bitstream Charter", "Iowan Old Style", Palatino,
            "Palatino Linotype", "Noto Serif", Georgia, serif;
          font-variant-numeric: oldstyle-nums; hanging-punctuation: first; }
        header, .sheet, footer { max-width: 61rem; margin: 0 auto; padding: 0 1.5rem; }
        header { padding-top: 4.5rem; padding-bottom: 1.5rem; }
        .name, nav, figcaption, caption, th, .numbers, .label, summary, footer, .number {
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
        nav li::before { content: counter(step); min-width: 1.1em; text-align: right;
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

    private static let text = """
        p { margin: 0 0 1rem; text-wrap: pretty; hyphens: auto; }
        a { color: var(--accent); text-underline-offset: .15em; overflow-wrap: anywhere; }
        a.source { text-decoration: none; font-size: .92em; }
        code, pre { font-family: ui-monospace, "SF Mono", "Cascadia Code", "DejaVu Sans Mono", Menlo,
          monospace; font-variant-numeric: normal; }
        code { font-size: .86em; background: var(--wash); border-radius: .25em; padding: .1em .3em;
          overflow-wrap: anywhere; }
        pre { margin: 0 0 1.2rem; padding: 1rem 1.2rem; overflow-x: auto; background: var(--wash);
          border-radius: .5rem; line-height: 1.5; font-size: .95rem; tab-size: 4; }
        pre code { padding: 0; background: none; overflow-wrap: normal; }
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

    private static let blocks = """
        dl.numbers { display: grid; gap: .8rem 2rem; margin: 1.4rem 0; padding: 1rem 1.2rem;
          grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); background: var(--wash);
          border-radius: .5rem; }
        dl.numbers dt { color: var(--soft); font-size: .8rem; line-height: 1.35; }
        dl.numbers dd { margin: .1rem 0 0; font-size: 1.4rem; font-weight: 600; line-height: 1.25;
          font-variant-numeric: tabular-nums lining-nums; }
        dl.numbers span { font-size: .84rem; font-weight: 400; color: var(--soft); }
        .table { overflow-x: auto; margin: 1.4rem 0; }
        table { border-collapse: collapse; margin: 0 auto; font-size: .97rem; line-height: 1.4;
          font-variant-numeric: tabular-nums lining-nums; }
        caption { caption-side: bottom; padding-top: .6rem; color: var(--soft); font-size: .84rem;
          text-align: left; }
        th { border-bottom: 1.5px solid var(--ink); font-size: .82rem; font-weight: 600; }
        th, td { padding: .4rem .9rem; text-align: left; }
        td { border-bottom: 1px solid var(--line); }
        .right { text-align: right; } .center { text-align: center; }
        figure { margin: 1.8rem 0; }
        figure > img, figure > svg { display: block; margin: 0 auto; max-width: 100%; height: auto;
          border-radius: .25rem; }
        img { background: #fff; }
        img.pixels { image-rendering: pixelated; }
        figcaption { margin: .7rem auto 0; max-width: 36rem; color: var(--soft); font-size: .86rem;
          line-height: 1.5; font-variant-numeric: lining-nums; }
        figcaption b { color: var(--ink); font-weight: 600; }
        figure.code pre { margin: 0; } figure.code figcaption { max-width: none; margin-top: .5rem; }
        .question { margin: 1.6rem 0; padding: 1.1rem 1.3rem .4rem; background: var(--blush);
          border-left: 3px solid var(--rose); border-radius: 0 .5rem .5rem 0; }
        .question .label { margin: 0 0 .3rem; color: var(--rose); font-size: .76rem;
          font-weight: 600; letter-spacing: .08em; text-transform: uppercase; }
        .question ol { margin: 0 0 1rem; padding-left: 1.5rem; font-variant-numeric: lining-nums; }
        .guess { color: var(--soft); font-style: italic; }
        summary { cursor: pointer; font-size: .9rem; font-weight: 600; color: var(--accent); }
        .question details { margin-bottom: .8rem; }
        .question details p { margin: .5rem 0 0; }
        .box { margin: 1.6rem 0; padding: .8rem 1.3rem; border: 1px solid var(--line);
          border-radius: .5rem; }
        .box[open] > summary { margin-bottom: .8rem; }
        summary:focus-visible, a:focus-visible { outline: 2px solid var(--rose); outline-offset: 3px;
          border-radius: 2px; }
        """

    private static let plots = """
        .plot { width: 100%; }
        .plot text { fill: var(--soft); font: 12.5px system-ui, "Segoe UI", "Noto Sans", Arial,
          sans-serif; font-variant-numeric: tabular-nums lining-nums; }
        .plot .axis { fill: var(--ink); font-size: 13px; }
        .plot .grid { stroke: var(--line); stroke-width: 1; fill: none; }
        .plot .line { fill: none; stroke: var(--c); stroke-width: 2.2; stroke-linejoin: round; }
        .plot .dot { fill: var(--c); }
        .plot .dashed { stroke-dasharray: 6 5; stroke-width: 1.6; }
        .curve0 { --c: var(--c0); } .curve1 { --c: var(--c1); } .curve2 { --c: var(--c2); }
        .curve3 { --c: var(--c3); } .curve4 { --c: var(--c4); } .curve5 { --c: var(--c5); }
        """

    private static let diagrams = """
        .diagram { width: 100%; }
        .diagram text { fill: var(--ink); font: 13px system-ui, "Segoe UI", "Noto Sans", Arial,
          sans-serif; font-variant-numeric: tabular-nums lining-nums; }
        .diagram .title { font-size: 14.5px; font-weight: 600; }
        .diagram .operation, .diagram .label { fill: var(--soft); font-size: 11px; }
        .diagram rect { fill: var(--paper); stroke: var(--accent); stroke-width: 1.4; }
        .diagram .given { fill: var(--wash); stroke: var(--soft); }
        .diagram .result { fill: var(--blush); stroke: var(--rose); }
        .diagram .rule { stroke: var(--line); stroke-width: 1; }
        .diagram .arrow { fill: none; stroke: var(--soft); stroke-width: 1.5; }
        .diagram .tip { fill: var(--soft); }
        """

    private static let media = """
        @media (max-width: 58rem) {
          .sheet { display: block; max-width: 43rem; }
          header, footer { max-width: 43rem; }
          header { padding-top: 2.5rem; }
          nav { position: static; margin-top: 1rem; padding: .8rem 0;
            border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
        }
        @media (max-width: 30rem) {
          body { font-size: 1rem; }
          header, .sheet, footer { padding-left: 1.1rem; padding-right: 1.1rem; }
          th, td { padding: .35rem .5rem; }
          pre { margin-left: -1.1rem; margin-right: -1.1rem; border-radius: 0; }
        }
        @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
        @media print {
          :root { --paper: #fff; --ink: #000; --soft: #444; --line: #ccc; --accent: #3d2566;
            --rose: #8a2552; --wash: #f6f6f6; --blush: #f6f6f6; }
          body { font-size: 10.5pt; }
          nav { display: none; }
          .sheet, header, footer { display: block; max-width: none; padding-left: 0; padding-right: 0; }
          figure, .question, pre, tr, .equation, dl.numbers { break-inside: avoid; }
          h2 { break-after: avoid; }
          details::details-content { content-visibility: visible; display: block; height: auto; }
          @page { margin: 2cm; }
        }
        """
}
