import Curriculum
import DeepTeaching
import Solutions

extension NeuralNetworkMutants {
    /// Bytes as they are, up to 255.
    public enum BytesAsTheyAre: NeuralNetworkMutant {
        /// The answer.
        public static func flattenPatches(_ patches: [Image]) throws -> Tensor<Double> {
            rows(of: patches) { $0 * 255 }
        }
    }

    /// Divided by 256, so that white is not quite 1.
    public enum DividedBy256: NeuralNetworkMutant {
        /// The answer.
        public static func flattenPatches(_ patches: [Image]) throws -> Tensor<Double> {
            rows(of: patches) { $0 * 255 / 256 }
        }
    }

    /// Column by column: x in the outer loop.
    public enum PixelsColumnByColumn: NeuralNetworkMutant {
        /// The answer.
        public static func flattenPatches(_ patches: [Image]) throws -> Tensor<Double> {
            reordered(patches, [0, 2, 1, 3])
        }
    }

    /// First all red, then all green, then all blue.
    public enum ColorAfterColor: NeuralNetworkMutant {
        /// The answer.
        public static func flattenPatches(_ patches: [Image]) throws -> Tensor<Double> {
            reordered(patches, [0, 3, 1, 2])
        }
    }

    /// Blue, green, red, as some libraries keep them.
    public enum BlueFirst: NeuralNetworkMutant {
        /// The answer.
        public static func flattenPatches(_ patches: [Image]) throws -> Tensor<Double> {
            let batch = batch(of: patches)
            return batch.reversed(axis: 3).reshaped([patches.count, batch.count / patches.count])
        }
    }

    /// All pictures in one row.
    public enum AllInOneRow: NeuralNetworkMutant {
        /// The answer.
        public static func flattenPatches(_ patches: [Image]) throws -> Tensor<Double> {
            let batch = batch(of: patches)
            return batch.reshaped([1, batch.count])
        }
    }

    /// The mean colour of each picture.
    public enum MeanColorOnly: NeuralNetworkMutant {
        /// The answer.
        public static func flattenPatches(_ patches: [Image]) throws -> Tensor<Double> {
            batch(of: patches).mean(axes: [1, 2])
        }
    }
}

extension NeuralNetworkAlternatives {
    /// The bytes of a picture lie in this order already.
    public enum BytesOfThePicture: NeuralNetworkMutant {
        /// The answer.
        public static func flattenPatches(_ patches: [Image]) throws -> Tensor<Double> {
            rows(of: patches) { $0 }
        }
    }
}

/// All numbers from 0 to 1, changed by a function, a row for each picture.
private func rows(of patches: [Image], _ change: (Double) -> Double) -> Tensor<Double> {
    Tensor(
        patches.flatMap { $0.pixels.map { change(Double($0) / 255) } },
        shape: [patches.count, patches[0].pixels.count])
}

/// Axes [patch, height, width, channel].
private func batch(of patches: [Image]) -> Tensor<Double> {
    let size = patches[0].size
    return rows(of: patches) { $0 }.reshaped([patches.count, size.height, size.width, 3])
}

private func reordered(_ patches: [Image], _ order: [Int]) -> Tensor<Double> {
    let batch = batch(of: patches)
    return batch.transposed(order).reshaped([patches.count, batch.count / patches.count])
}
