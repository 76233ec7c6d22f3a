import { numbersOf } from '../../numbers';
import type { Estimate } from '../facts';
import type { StepTexts } from '../shape';

const { percent, percentFigure, points, factor, probability } = numbersOf('de');

export const range = ({ low, high }: Pick<Estimate, 'low' | 'high'>) =>
  `95-%-Intervall ${percentFigure(low)} bis ${percent(high)}`;
export const gap = (difference: number) => points(Math.abs(difference)).replace('+', '');

export const READING = {
  confidence: {
    title: 'Was Konfidenz ist',
    text: [
      'Neben diesem Text bearbeitet ein kleines Sprachmodell einen Fall: Es überlegt, dann nennt es nach „Answer:“ seine Entscheidung. Dieses Token leuchtet: das Entscheidungs-Token.',
      'Dort gibt das Modell jeder Option eine Wahrscheinlichkeit p; unter dem Trace hat jede einen Balken. Konfidenz ist das p der gewählten Option, wobei alle Optionen zusammen 100 % ergeben.',
      'Konfidenz ist eine Behauptung. Von den Entscheidungen mit 80 % Konfidenz sollten 80 % richtig sein; ein Modell, das dies bei jeder Konfidenz einhält, ist kalibriert.',
    ],
    look: 'Gehen Sie mit den Pfeilknöpfen über dem Trace durch einige Fälle. Vergleichen Sie die Entscheidung mit Gold, der richtigen Option, und die Balken mit den schwarzen Strichen: den wahren Wahrscheinlichkeiten (Posterior), hier bekannt, weil ein Programm sich die Fälle ausdenkt.',
    question: 'Welcher Anteil der Entscheidungen ist richtig, über alle Fälle dieser Aufgabe?',
    choices: {},
    reveal: ({ arm, wrong }) => [
      `${percent(arm.accuracy.value)} von ${arm.n} Entscheidungen sind richtig (${range(arm.accuracy)}). Die mittlere Konfidenz beträgt ${percent(arm.meanConfidence.value)}.`,
      ...(wrong === null
        ? []
        : [
            `Fall ${wrong.index}, den Sie nun sehen, gehört zu den falschen: entschieden mit ${percent(wrong.confidence)} Konfidenz.`,
          ]),
    ],
    lesson: ({ outcome, arm }) => {
      const by = gap(arm.meanConfidence.value - arm.accuracy.value);
      if (outcome === 'above')
        return `Die Behauptung wird nicht eingehalten. Das Modell behauptet ${by} Punkte mehr, als eintritt: Es ist überkonfident.`;
      if (outcome === 'below')
        return `Die Behauptung wird übertroffen. Das Modell behauptet ${by} Punkte weniger, als eintritt: Es ist unterkonfident.`;
      return 'Im Mittel wird die Behauptung hier eingehalten. Ein Mittel kann Fehler in beide Richtungen verdecken; der nächste Schritt sieht genauer hin.';
    },
  },
  diagram: {
    title: 'Das Zuverlässigkeitsdiagramm',
    text: [
      'Das Diagramm legt Entscheidungen mit ähnlicher Konfidenz in Bins. Jede Marke ist ein Bin: Wie weit rechts sie steht, sagt, was behauptet wurde (mittlere Konfidenz), ihre Höhe, was eintrat (Trefferquote).',
      'Auf der gestrichelten Diagonale stimmen Behauptung und Ergebnis überein. Darunter behauptet das Modell zu viel, darüber zu wenig. Die schattierte Lücke zeigt, wie viel; der dünne Strich ist das 95-%-Intervall der Trefferquote, denn ein Bin enthält wenige Entscheidungen.',
      'Dies ist ein anderes Modell als zuvor, so trainiert, dass seine Konfidenz etwas bedeutet. Wie, zeigt ein späterer Schritt.',
    ],
    look: null,
    question: 'Lesen Sie ab: Welcher Anteil der Entscheidungen ist im Bin ganz rechts richtig?',
    choices: {},
    reveal: ({ bin, n, filled }) => [
      `Dieser Bin, einer von ${filled}, enthält ${bin.count} der ${n} Entscheidungen. Behauptet: ${percent(bin.confidence)}. Eingetreten: ${percent(bin.accuracy)} (${range(bin)}).`,
      `Die Lücke dieses Bins beträgt also ${gap(bin.confidence - bin.accuracy)} Punkte. Seine Fälle stehen unter dem Diagramm.`,
    ],
    lesson: ({ outcome }) =>
      ({
        within:
          'Das Intervall enthält die Behauptung: Eine so große Lücke entsteht bei so wenigen Entscheidungen durch Zufall. Sie spricht nicht gegen das Modell.',
        below:
          'Selbst das obere Ende des Intervalls liegt unter der Behauptung: In diesem Bin ist das Modell überkonfident, und der Zufall erklärt das kaum.',
        above:
          'Selbst das untere Ende des Intervalls liegt über der Behauptung: In diesem Bin ist das Modell unterkonfident, und der Zufall erklärt das kaum.',
      })[outcome],
  },
  ece: {
    title: 'Der ECE und wie er täuscht',
    text: [
      'Der erwartete Kalibrierungsfehler (ECE, expected calibration error) macht aus dem Diagramm eine Zahl: die mittlere Lücke, wobei jeder Bin mit seinem Anteil an den Entscheidungen zählt. Null wäre vollkommen.',
      'Gemessen wird er aber an einer bestimmten Zahl von Entscheidungen in einer bestimmten Zahl von Bins. Beides hinterlässt Spuren.',
    ],
    look: 'Die Zahl steht über dem Diagramm. Unter „Bins als Tabelle“ lassen sich die Bins ändern.',
    question:
      'Ein vollkommen kalibriertes Modell mit solchen Konfidenzen, aber nur 50 Entscheidungen in 15 Bins: Welchen ECE würden Sie im Mittel messen?',
    choices: {},
    reveal: ({ sizes, bins, ties, arm }) => {
      const [first, last] = [sizes[0]!, sizes.at(-1)!];
      const values = bins.map(({ ece }) => ece);
      return [
        `Stichprobe. Soeben simuliert: Mit ${first.n} Entscheidungen zeigt ein kalibriertes Modell im Mittel einen ECE von ${percent(first.mean)}, und in einem von zwanzig Fällen mehr als ${percent(first.upper)}. Mit ${last.n} Entscheidungen sind es immer noch ${percent(last.mean)}. Das ist der Null-ECE, der neben jedem ECE steht.`,
        `Bins. Dieselben ${arm.n} Entscheidungen haben einen ECE zwischen ${percent(Math.min(...values))} und ${percent(Math.max(...values))}, je nachdem, ob man sie in ${bins[0]!.bins} oder ${bins.at(-1)!.bins} Bins oder eine Zahl dazwischen legt.`,
        ...(ties === null
          ? []
          : [
              `Gleichstände. Die isotone Regression, ein Kalibrator, lässt von ${ties.n} Entscheidungen nur ${ties.distinct} verschiedene Konfidenzen übrig. Bins, die gleiche Konfidenzen beisammen lassen, ergeben einen ECE von ${percent(ties.together)}. Ein Programm, das sie zerschneidet, liefert ${percent(ties.inFile)} in der Reihenfolge unserer Datei und ${percent(ties.sorted)}, wäre die Datei nach dem Ergebnis sortiert.`,
            ]),
      ];
    },
    lesson: ({ sizes, arm }) =>
      arm.ece.value > sizes.at(-1)!.upper
        ? `Ein ECE sagt wenig ohne n, Bins und Nullwert. Der dieses Modells, ${percent(arm.ece.value)}, liegt über dem, was ein kalibriertes Modell bei diesem n in neunzehn von zwanzig Stichproben zeigt: Ein Teil davon ist echt.`
        : `Ein ECE sagt wenig ohne n, Bins und Nullwert. Der dieses Modells, ${percent(arm.ece.value)}, ist nicht größer, als ihn auch ein kalibriertes Modell bei diesem n zeigen kann.`,
  },
  scaling: {
    title: 'Temperatur und Skala des Entscheidungs-Tokens',
    text: [
      'Unter jeder Wahrscheinlichkeit liegt ein Logit z. Die Temperatur T teilt alle Logits des Trace: mehr Temperatur, weniger Gewissheit, bei jedem Token. Die Skala α multipliziert die Logits des Entscheidungs-Tokens und keine anderen.',
      'Bei der Entscheidung kommt α·z/T an. Keiner der Regler ändert, welche Option vorn liegt; die Trefferquote bleibt also, wie sie ist.',
    ],
    look: 'Bewegen Sie beide Regler und beobachten Sie Diagramm und Trace: Welcher von beiden färbt die Überlegung um?',
    question: 'Setzen Sie T = 4 und α = 4. Verglichen mit T = 1 und α = 1 ist der ECE dann …',
    choices: { smaller: 'kleiner', same: 'gleich', larger: 'größer' },
    reveal: ({ settings, fitted, n }) => [
      `${settings
        .map(
          ({ temperature, scale, ece }) =>
            `T = ${factor(temperature)}, α = ${factor(scale)}: ECE ${percent(ece)}`,
        )
        .join('. ')} (n = ${n}). Die Trefferquote ist überall ${percent(settings[0]!.accuracy)}.`,
      ...(fitted === null
        ? []
        : [
            `Die Temperatur, die zur einen Hälfte der Fälle am besten passt, ist ${factor(fitted.temperature)}. Bei den anderen ${fitted.n} bringt sie den ECE von ${percent(fitted.before)} auf ${percent(fitted.after)}. Die AUROC, die Chance, dass eine richtige Entscheidung mehr Konfidenz hat als eine falsche, geht von ${probability(fitted.aurocBefore)} auf ${probability(fitted.aurocAfter)}; eine Münze hat 0,500.`,
          ]),
    ],
    lesson: ({ truth }) =>
      truth.kind === 'choice' && truth.value === 'same'
        ? 'Nur das Verhältnis α/T erreicht die Entscheidung; T färbt auch die Überlegung um, α nicht. Und ein Faktor verschiebt alle Behauptungen gemeinsam: Er kann sie im Mittel wahr machen, aber richtige nicht von falschen Entscheidungen trennen.'
        : 'Hier hat sich der ECE bewegt, obwohl α/T gleich blieb: Diese Tabellen widersprechen der Regel, nehmen Sie ihre Zahlen also mit Vorsicht.',
  },
} satisfies Pick<StepTexts, 'confidence' | 'diagram' | 'ece' | 'scaling'>;
