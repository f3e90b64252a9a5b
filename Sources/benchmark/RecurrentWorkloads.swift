import DeepTeaching

extension Workload {
    /// Training steps and predictions of networks that read digits row by row, and of a small U-Net.
    static var recurrentNetworks: [Workload] {
        sequences("lstm") { LSTM(inputs: 28, hidden: 128, using: &$0) }
            + sequences("gru") { GRU(inputs: 28, hidden: 128, using: &$0) }
            + segmentations
    }

    private static func sequences(
        _ name: String, _ make: @escaping (inout SeededGenerator) -> some RecurrentLayer<Float>
    ) -> [Workload] {
        let whole: (inout SeededGenerator) -> Sequential<Float> = { generator in
            let reader = make(&generator)
            return Sequential([
                last(of: reader), Dense<Float>(inputs: 128, outputs: 10, using: &generator),
            ])
        }
        return [
            training("\(name)_s28_i28_h128_train_adam", [64, 28, 28], classes: 10, Adam(), whole),
            inference("\(name)_s28_i28_h128_infer", [64, 28, 28], whole),
        ]
    }

    private static func last(of reader: some RecurrentLayer<Float>) -> any Layer<Float> {
        Last(reader)
    }
}
