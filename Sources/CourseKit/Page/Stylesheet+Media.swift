/// How the page changes with the screen, and on paper.
extension Stylesheet {
    static let media = """
        @media (max-width: 58rem) {
          .sheet { display: block; max-width: 43rem; }
          header, footer { max-width: 43rem; }
          header { padding-top: 2.5rem; }
          nav { position: static; margin-top: 1rem; padding: .8rem 0;
            border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
        }
        .narrow { display: none; }
        @media (max-width: 34rem) {
          svg.wide { display: none; }
          figure > svg.narrow { display: block; }
          .table.wide table { display: flex; flex-direction: column; }
          .table.wide caption { display: block; order: 1; }
          .table.wide tbody { display: block; }
          .table.wide thead { display: none; }
          .table.wide tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--line); }
          .table.wide td { display: block; padding: .1rem 0 .1rem 1.2em; text-indent: -1.2em;
            border: 0; text-align: left; overflow-wrap: anywhere; }
          .table.wide td::before { content: attr(data-label) ": "; color: var(--soft); }
          .table.wide td[data-label=""]::before { content: none; }
          .table.wide td:empty { display: none; }
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
          figure, .question, .answer, pre, tr, .equation, dl.numbers { break-inside: avoid; }
          h2 { break-after: avoid; }
          .question, .prediction > summary { break-after: avoid; }
          .prediction > summary { display: none; }
          .prediction { margin-top: 0; }
          .table { overflow: visible; }
          details::details-content { content-visibility: visible; display: block; height: auto; }
          @page { margin: 2cm; }
        }
        """
}
