import Curriculum
import GraderKit

private let call = TissueExtractionCalls.balancedSample

extension TissueExtractionGraders {
    static let balancedSampleMisconceptions = [
        call.misconception(
            "you draw the patch from one heap, so that slides with many patches win",
            check: "slide",
            hints: Hints(
                question: "Of 1,010 tumour patches 1,000 come from one slide. Which stain will the "
                    + "network know?",
                concept: "Drawn from one heap, a slide counts as often as it is large. Slide "
                    + "first, then patch, gives each slide the same weight, so the small "
                    + "metastases are learnt too [LIU17].",
                step: "List the slides that have patches of the label, draw one with u[1], then "
                    + "draw among its patches with u[2].")
        ) { patches, draws in
            draws.map { u in
                let labeled = labeled(u, patches)
                return labeled[Int(u[2] * Double(labeled.count))]
            }
        },
        call.misconception(
            "you take the rest of a positive slide for normal", check: "unknown tissue",
            hints: Hints(
                question: "A positive slide has one outline. Did the pathologist promise that "
                    + "there is no tumour cell elsewhere on it?",
                concept: "No: isolated tumour cells are not all outlined in CAMELYON17. Labelled "
                    + "normal they teach the network to overlook just what it should find, and "
                    + "the score on equally labelled test patches does not reveal it.",
                step: "Normal is !isOutlined && !isSlidePositive.")
        ) { patches, draws in
            let rest = patches.indices.filter { !patches[$0].isOutlined }
            return draws.map { u in draw(u, patches, u[0] < 0.5 ? tumor(patches) : rest) }
        },
        call.misconception(
            "you take every patch of a positive slide for tumour", check: "unknown tissue",
            hints: Hints(
                question: "A node has a metastasis of half a millimetre. What is the rest of it?",
                concept: "The label of a slide says that there is tumour somewhere, the outline "
                    + "says where. Most patches of a positive slide are normal.",
                step: "Tumour is isOutlined, and nothing else.")
        ) { patches, draws in
            let positive = patches.indices.filter { patches[$0].isSlidePositive }
            return draws.map { u in draw(u, patches, u[0] < 0.5 ? positive : normal(patches)) }
        },
        call.misconception(
            "you draw slide and patch, but not the label", check: "label",
            hints: Hints(
                question: "How many of a hundred draws will be tumour, and who decides that?",
                concept: "Tumour is rare. Drawn by chance, nearly all patches are normal, and "
                    + "\"always normal\" becomes a good answer. Drawing the label first makes "
                    + "both equally frequent.",
                step: "Choose among the patches of one label: u[0] < 0.5 ? tumor : normal.")
        ) { patches, draws in
            let known = (tumor(patches) + normal(patches)).sorted()
            return draws.map { u in draw(u, patches, known) }
        },
        call.misconception(
            "you draw the slide among all slides, before the label", check: "label",
            hints: Hints(
                question: "Your draw says \"tumour\", and the slide that you drew has none. What "
                    + "now?",
                concept: "The order of the lotteries matters: after the label only slides that "
                    + "have such patches take part, so that every draw succeeds.",
                step: "First the patches of the label, then the slides among these: "
                    + "Set(labeled.map { patches[$0].slide }).sorted().")
        ) { patches, draws in
            // A patch of the label, if the slide has one.
            let slides = Set(patches.map(\.slide)).sorted()
            return draws.map { u in
                let slide = slides[Int(u[1] * Double(slides.count))]
                let all = patches.indices.filter { patches[$0].slide == slide }
                let wanted = all.filter { patches[$0].isOutlined == (u[0] < 0.5) }
                let candidates = wanted.isEmpty ? all : wanted
                return candidates[Int(u[2] * Double(candidates.count))]
            }
        },
        call.misconception(
            "the slides stand in the order of the list, not in ascending order", check: "slide",
            hints: Hints(
                question: "If somebody lists the same patches in another order, does the same "
                    + "number draw the same slide?",
                concept: "A draw should depend on the data, not on the order of a file. Sets and "
                    + "dictionaries have no order at all: they differ from run to run.",
                step: "Add .sorted() to the slides before you take one.")
        ) { patches, draws in
            draws.map { u in
                let labeled = labeled(u, patches)
                if labeled.isEmpty { return -1 }
                var slides: [Int] = []
                for index in labeled where !slides.contains(patches[index].slide) {
                    slides.append(patches[index].slide)
                }
                let slide = slides[Int(u[1] * Double(slides.count))]
                let candidates = labeled.filter { patches[$0].slide == slide }
                return candidates[Int(u[2] * Double(candidates.count))]
            }
        },
        call.misconception(
            "tumour and normal are swapped", check: "label",
            hints: Hints(
                question: "u[0] is 0.2. Which label was agreed for that?",
                concept: "Half of the draws are tumour either way; but with an agreed rule the "
                    + "same numbers give the same patches to everybody.",
                step: "u[0] < 0.5 is tumour.")
        ) { patches, draws in
            draws.map { u in
                draw(u, patches, u[0] < 0.5 ? normal(patches) : tumor(patches))
            }
        },
        call.misconception(
            "one number draws both slide and patch, so that they hang together", check: "patch",
            hints: Hints(
                question: "Which patches of the first slide can ever be drawn if u[1] must be "
                    + "small for this slide, and chooses the patch too?",
                concept: "Two draws need two independent numbers. With one, most patches can "
                    + "never be drawn.",
                step: "u[1] for the slide, u[2] for the patch.")
        ) { patches, draws in
            draws.map { u in
                draw([u[0], u[1], u[1]], patches, labeled(u, patches))
            }
        },
        call.misconception(
            "the last slide and the last patch are never drawn", check: "slide",
            hints: Hints(
                question: "Three slides, u = 0.99: which one is drawn?",
                concept: "u never reaches 1, so Int(u * count) never reaches count: it runs from 0 "
                    + "to count - 1, each as often.",
                step: "Int(0.99 * 3) = 2, the last. Multiply by count, not by count - 1.")
        ) { patches, draws in
            draws.map { u in
                draw(u, patches, labeled(u, patches)) { Int($0 * Double($1 - 1)) }
            }
        },
        call.misconception(
            "you round to the nearest place, so that the first has only half a chance",
            check: "slide",
            hints: Hints(
                question: "Two slides: for which u is the first one drawn?",
                concept: "Rounded, 0 to 0.25 gives place 0, and all the rest place 1. Cut off, "
                    + "each place has its own equal stretch.",
                step: "Int(u * Double(count)) cuts off; leave out .rounded().")
        ) { patches, draws in
            draws.map { u in
                draw(u, patches, labeled(u, patches)) {
                    min($1 - 1, Int(($0 * Double($1)).rounded()))
                }
            }
        },
    ]

    static let balancedSampleAlternatives = [
        call.answer("groups the patches by slide once, before the draws") {
            patches, draws in
            let groups = [tumor(patches), normal(patches)].map { labeled in
                Dictionary(grouping: labeled) { patches[$0].slide }
                    .sorted { $0.key < $1.key }.map(\.value)
            }
            return draws.map { u in
                let slides = groups[u[0] >= 0.5 ? 1 : 0]
                let members = slides[Int((u[1] * Double(slides.count)).rounded(.down))]
                return members[Int((u[2] * Double(members.count)).rounded(.down))]
            }
        }
    ]
}

private func tumor(_ patches: [AnnotatedPatch]) -> [Int] {
    patches.indices.filter { patches[$0].isOutlined }
}

private func normal(_ patches: [AnnotatedPatch]) -> [Int] {
    patches.indices.filter { !patches[$0].isOutlined && !patches[$0].isSlidePositive }
}

/// The patches of the label that the first number draws.
private func labeled(_ u: [Double], _ patches: [AnnotatedPatch]) -> [Int] {
    u[0] < 0.5 ? tumor(patches) : normal(patches)
}

/// Draws a slide of the labelled patches, then one of its patches.
private func draw(
    _ u: [Double], _ patches: [AnnotatedPatch], _ labeled: [Int],
    place: (Double, Int) -> Int = { Int($0 * Double($1)) }
) -> Int {
    let slides = Set(labeled.map { patches[$0].slide }).sorted()
    if slides.isEmpty { return -1 }
    let slide = slides[place(u[1], slides.count)]
    let candidates = labeled.filter { patches[$0].slide == slide }
    return candidates[place(u[2], candidates.count)]
}
