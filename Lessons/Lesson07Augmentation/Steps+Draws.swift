import CourseKit
import Curriculum
import DeepTeaching
import Foundation
import LessonSlides

/// Step 4: one draw for each picture, and the same draw tomorrow.
extension AugmentationCourse {
    func showDraws() throws {
        try lesson.step("draws") { step in
            let batch = 16
            var generator = generator("draws")
            let counts = (0..<500).map { _ in
                Set((0..<batch).map { _ in Dihedral.random(using: &generator) }).count
            }
            let mean = Double(counts.reduce(0, +)) / Double(counts.count)
            step.number("batch", batch)
            step.number("waysSeen", mean, .decimals(1))
            step.number("waysExpected", 8 * (1 - pow(7.0 / 8, Double(batch))), .decimals(2))
            let images = Array(patches.training.images.prefix(batch))
            let augmentation: Augmentation = [
                .dihedral, .rotation(degrees: 15), .stainJitter(0.3), .noise(deviation: 4),
            ]
            let seed = lesson.seed
            func made(_ order: [Int]) throws -> [Int: Image] {
                let pictures = try parallelMap(order.count) { place in
                    // listing: Lesson07.numbers
                    let (index, image) = (order[place], images[order[place]])
                    return try augmentation.drawn(
                        for: image.size, seed: seed, epoch: 3, index: index)(image)
                    // end listing
                }
                return Dictionary(uniqueKeysWithValues: zip(order, pictures))
            }
            let forwards = try made(Array(images.indices))
            let backwards = try made(images.indices.reversed())
            step.number("samePictures", images.indices.count { forwards[$0] == backwards[$0] })
            step.figure(
                "batchPictures",
                .grid(
                    (0..<8).flatMap { index in
                        [images[index], forwards[index] ?? images[index]].map { $0.enlarged(by: 2) }
                    }, columns: 8))
            try compareBatch(images, step)
        }
    }

    private func compareBatch(_ images: [Image], _ step: LessonStep) throws {
        let pictures = images.prefix(2).map {
            MaskedImage(image: $0, mask: $0.luma().mask(above: 150))
        }
        try step.compare(
            mine, AugmentationCalls.augment, pictures, [0.3, 0.9], true,
            with: [
                images[0].transformed(by: .rotated180),
                images[1].transformed(by: .mirroredRotated270),
            ], part: { $0.map(\.image) })
    }
}
