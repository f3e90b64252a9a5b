/// How the blocks of a step look.
extension Stylesheet {
    static let blocks = """
        dl.numbers { display: grid; gap: .8rem 2rem; margin: 1.4rem 0; padding: 1rem 1.2rem;
          grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); background: var(--wash);
          border-radius: .5rem; }
        dl.numbers dt { color: var(--soft); font-size: .8rem; line-height: 1.35; }
        dl.numbers dd { margin: .1rem 0 0; font-size: 1.4rem; font-weight: 600; line-height: 1.25;
          font-variant-numeric: tabular-nums lining-nums; }
        dl.numbers span { font-size: .84rem; font-weight: 400; color: var(--soft); }
        figure { margin: 1.8rem 0; }
        figure > img, figure > svg { display: block; margin: 0 auto; max-width: 100%; height: auto;
          border-radius: .25rem; }
        img { background: #fff; }
        img.pixels { image-rendering: pixelated; }
        figcaption { margin: .7rem auto 0; max-width: 36rem; color: var(--soft); font-size: .86rem;
          line-height: 1.5; font-variant-numeric: lining-nums; }
        figcaption b { color: var(--ink); font-weight: 600; }
        .box { margin: 1.6rem 0; padding: .8rem 1.3rem; border: 1px solid var(--line);
          border-radius: .5rem; }
        .box[open] > summary { margin-bottom: .8rem; }
        dl.foot { margin: 2rem 0 0; padding-top: .8rem; border-top: 1px solid var(--line);
          color: var(--soft); font-size: .84rem; line-height: 1.5; }
        dl.foot div { display: flex; flex-wrap: wrap; gap: 0 .7em; }
        dl.foot dt { font-weight: 600; } dl.foot dt::after { content: ":"; }
        dl.foot dd { margin: 0; min-width: 0; }
        .next { margin: 3rem 0 0; font-size: 1.1rem; }
        summary:focus-visible, a:focus-visible { outline: 2px solid var(--rose); outline-offset: 3px;
          border-radius: 2px; }
        """

    static let questions = """
        .question { margin: 1.6rem 0; padding: 1.1rem 1.3rem .4rem; background: var(--blush);
          border-left: 3px solid var(--rose); border-radius: 0 .5rem .5rem 0; }
        .question:has(+ .prediction) { border-bottom-right-radius: 0; }
        .question .label { margin: 0 0 .3rem; color: var(--rose); font-size: .76rem;
          font-weight: 600; letter-spacing: .08em; text-transform: uppercase; }
        .question ol { font-variant-numeric: lining-nums; }
        summary { cursor: pointer; font-size: .9rem; font-weight: 600; color: var(--accent); }
        .prediction { margin: -1.6rem 0 1.6rem; }
        .prediction > summary { padding: .3rem 1.3rem 1.1rem; background: var(--blush);
          border-left: 3px solid var(--rose); border-radius: 0 0 .5rem 0; }
        .prediction[open] > summary { margin-bottom: 1.4rem; }
        .answer { margin: 1.4rem 0; padding: .9rem 1.3rem .1rem; background: var(--blush);
          border-left: 3px solid var(--rose); border-radius: 0 .5rem .5rem 0; }
        .answer p { margin-bottom: .8rem; }
        .answer .guess { color: var(--rose); font-size: .92rem; font-weight: 600; }
        """

    static let code = """
        code, pre { font-family: ui-monospace, "SF Mono", "Cascadia Code", "DejaVu Sans Mono", Menlo,
          monospace; font-variant-numeric: normal; hyphens: manual; }
        code { font-size: .86em; background: var(--wash); border-radius: .25em; padding: .1em .3em;
          overflow-wrap: anywhere; }
        pre { margin: 0 0 1.2rem; padding: 1rem 1.1rem; background: var(--wash);
          border-radius: .5rem; line-height: 1.5; font-size: .95rem; tab-size: 4; }
        pre code { padding: 0; background: none; white-space: pre-wrap; }
        .line { display: block; position: relative; overflow: hidden;
          padding-left: calc((var(--indent, 0) + 4) * 1ch);
          text-indent: calc((var(--indent, 0) + 4) * -1ch); }
        .line::before { content: "\\A↳\\A↳\\A↳\\A↳\\A↳\\A↳"; white-space: pre; text-indent: 0;
          position: absolute; top: 0; left: calc((var(--indent, 0) + 2) * 1ch);
          color: var(--soft); }
        figure.code pre { margin: 0; }
        figure.code figcaption { max-width: none; margin-top: .5rem; }
        .place { font-size: .92em; }
        """

    static let tables = """
        .table { overflow-x: auto; margin: 1.4rem 0; }
        table { border-collapse: collapse; margin: 0 auto; font-size: .97rem; line-height: 1.4;
          font-variant-numeric: tabular-nums lining-nums; }
        caption { caption-side: bottom; padding-top: .6rem; color: var(--soft); font-size: .84rem;
          text-align: left; }
        th { border-bottom: 1.5px solid var(--ink); font-size: .82rem; font-weight: 600;
          vertical-align: bottom; }
        th, td { padding: .4rem .9rem; text-align: left; overflow-wrap: break-word; }
        .wide th, .wide td { padding: .4rem .6rem; }
        td { border-bottom: 1px solid var(--line); vertical-align: top; }
        .right { text-align: right; } .center { text-align: center; }
        """
}
