@main
struct GenerateCohort {
    static func main() {}
}
