/// `index.html`: the lesson as one self-contained page.
struct Page {
    let lesson: Lesson

    var html: String {
        get throws { "" }
    }
}
