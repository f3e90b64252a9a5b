"""Reference values for FROC curves: CAMELYON16's rules, followed one detection and one threshold at a
time; sensitivities between the points from numpy.

Run: python3 evaluation_froc.py > evaluation_froc.json    (numpy)
"""
import json
import sys

import numpy as np

RATES = [.25, .5, 1, 2, 4, 8]


def slide(generator, has_tumor, digits):
    lesions = list(range(1, 1 + generator.integers(1, 5))) if has_tumor else []
    tiny = [10] if has_tumor and generator.random() < .5 else []
    places = [None] * 6 + lesions * 2 + tiny * 2
    detections = []
    for _ in range(generator.integers(0, 14)):
        lesion = places[generator.integers(len(places))]
        score = generator.random() if lesion is None else generator.random() ** .5
        detections.append({"score": round(float(score), digits), "lesion": lesion})
    return {"lesions": lesions, "isolated": tiny, "detections": detections}


def curve(slides, counted):
    best = {}
    alarms = []
    for number, case in enumerate(slides):
        is_normal = not case["lesions"] and not case["isolated"]
        for detection in case["detections"]:
            label, score = detection["lesion"], detection["score"]
            if label is None:
                if counted == "all" or is_normal:
                    alarms.append(score)
            elif label not in case["isolated"]:
                best[number, label] = max(best.get((number, label), score), score)
    judged = sum(counted == "all" or not (s["lesions"] or s["isolated"]) for s in slides)
    lesions = sum(len(s["lesions"]) for s in slides)
    thresholds = sorted(set(alarms) | set(best.values()), reverse=True)
    false = [0] + [sum(a >= t for a in alarms) / judged for t in thresholds]
    true = [0] + [sum(b >= t for b in best.values()) / lesions for t in thresholds]
    return {"false_positives": false, "sensitivities": true, "thresholds": thresholds,
            "at_rates": np.interp(RATES, false, true).tolist(),
            "score": float(np.mean(np.interp(RATES, false, true))),
            "missed": lesions - len(best)}


def case(generator, count, digits):
    slides = [slide(generator, number % 3 > 0, digits) for number in range(count)]
    return {"slides": slides, "all": curve(slides, "all"), "normal": curve(slides, "normal")}


def main():
    generator = np.random.default_rng(17)
    json.dump([case(generator, n, d) for n, d in ((6, 1), (12, 6), (30, 2))], sys.stdout,
              separators=(",", ":"))
    print()


if __name__ == "__main__":
    main()
