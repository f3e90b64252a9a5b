/// How drawings look, in the page and as files of their own.
extension Stylesheet {
    static let plots = """
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

    static let diagrams = """
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
}
