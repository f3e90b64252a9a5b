#!/bin/sh
# Writes the plain texts of the lessons anew, with which CourseTests compares what the lessons print.
#
#     Tests/Reference/lesson-texts.sh                              # all of them, about one minute
#     Tests/Reference/lesson-texts.sh Lesson03Backpropagation      # one
#
# They are those of the instructions that every processor has: what a training prints depends on how
# they round. Read what changed (git diff Tests/Reference) before it is kept.
set -eu
export DEEPTEACHING_INSTRUCTIONS=generic
cd "$(dirname "$0")/../.."
root=$PWD
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# All lessons that have exercises.
if [ $# -eq 0 ]; then
    # Without quotes: a name a word.
    set -- $(cd Exercises && ls Lesson*.swift | sed 's/\.swift$//')
fi
for lesson in "$@"; do
    swift build --product "$lesson"
    # The arguments of the lesson's tests: where there are slides, the small ones.
    profile=""
    if "$root/.build/debug/$lesson" --help | grep -q -e '--profile'; then
        profile="--profile nano"
    fi
    mkdir "$folder/$lesson"
    # Each lesson paints its own slides. Without quotes: no profile is no argument.
    (cd "$folder/$lesson" &&
        "$root/.build/debug/$lesson" $profile --quiet --output out </dev/null >text)
    mv "$folder/$lesson/text" "Tests/Reference/$lesson.txt"
done
