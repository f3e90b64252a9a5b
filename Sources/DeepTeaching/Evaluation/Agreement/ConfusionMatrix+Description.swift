extension ConfusionMatrix: CustomStringConvertible {
    /// The aligned ``table()``: rows are the truth, columns the prediction; at the right the recalls, at
    /// the bottom the precisions, and in the corner the accuracy.
    ///
    ///     truth \ prediction  healthy  tumour  recall
    ///     healthy                  40       2  95.2 %
    ///     tumour                    3      15  83.3 %
    ///     precision            93.0 %  88.2 %  91.7 %
    public var description: String { alignedColumns(table()) }
}
