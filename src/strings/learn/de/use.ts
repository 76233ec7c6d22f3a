import { numbersOf } from '../../numbers';
import type { Estimate } from '../facts';
import type { StepTexts } from '../shape';
import { range } from './reading';

const { percent, points, probability, factor } = numbersOf('de');

const changed = ({ value, low, high }: Estimate) =>
  `${points(value)} Punkte (95-%-Intervall ${points(low)} bis ${points(high)})`;

export const USE = {
  shift: {
    title: 'Unter Verschiebung',
    text: [
      'Bisher kamen die Fälle aus einer Aufgabe, die das Training gesehen hatte: Krankheiten in einer Klinik. Die Werkstatt (garage) hat dieselbe Art von Hinweisen, aber andere Symptome, andere Fehler und andere Häufigkeiten; kein Arm wurde auf ihr trainiert.',
      'Kalibrierung ist ein Versprechen für Fälle wie die gesehenen. Hält es auch für andere?',
    ],
    look: 'Zu sehen ist der Arm mit dem Ziel „proper“ in der Klinik. Merken Sie sich seinen ECE.',
    question: 'Was geschieht mit dem ECE dieses Arms in der Werkstatt?',
    choices: {
      fell: 'Er fällt, mehr als durch Zufall',
      unclear: 'Keine Änderung über den Zufall hinaus',
      grew: 'Er wächst, mehr als durch Zufall',
    },
    reveal: ({ repaired }) => [
      `Der ECE geht von ${percent(repaired.inside.ece.value)} in der Klinik (n = ${repaired.inside.n}) auf ${percent(repaired.shifted.ece.value)} in der Werkstatt (n = ${repaired.shifted.n}): ${changed(repaired.ece)}. Beide enthalten verschiedene Fälle, der Zufall wirkt also zweimal.`,
      `Die Trefferquote geht von ${percent(repaired.inside.accuracy.value)} auf ${percent(repaired.shifted.accuracy.value)}, die mittlere Konfidenz von ${percent(repaired.inside.meanConfidence.value)} auf ${percent(repaired.shifted.meanConfidence.value)}.`,
    ],
    lesson: ({ truth }) => {
      const value = truth.kind === 'choice' ? truth.value : '';
      if (value === 'grew')
        return 'Was an einem Ort gelernt wurde, ist an einem anderen weniger wert. Eine Kalibrierung ist so gut, wie die Fälle einander gleichen: Messen Sie dort neu, wo das Modell gebraucht wird.';
      if (value === 'fell')
        return 'Hier ist der ECE unter Verschiebung kleiner. Das kann Glück sein, wenn Trefferquote und Konfidenz sich eben treffen: Sehen Sie auf beide, und messen Sie dort neu, wo das Modell gebraucht wird.';
      return 'Bei diesen Fällen übersteht der ECE die Verschiebung. Eine Verschiebung beweist nichts für die nächste: Messen Sie dort neu, wo das Modell gebraucht wird.';
    },
  },
  deferral: {
    title: 'Abgeben',
    text: [
      'Wozu dient Konfidenz? Man antwortet, wo sie hoch ist, und gibt den Rest ab, an einen Menschen oder ein größeres Modell.',
      'Dann zählt die Reihenfolge: Sind die Entscheidungen mit weniger Konfidenz öfter falsch? Kalibrierung fragt, ob die Zahlen stimmen, das Abgeben, ob ihre Reihenfolge stimmt.',
    ],
    look: 'Steigen die Marken von links nach rechts? Über dem Diagramm steht die Trefferquote über alle Fälle.',
    question:
      'Geben Sie die Hälfte der Fälle mit der geringsten Konfidenz ab. Welcher Anteil der beantworteten Hälfte ist richtig?',
    choices: {},
    reveal: ({ repaired, rlvr }) => [
      `Die Hälfte mit mehr Konfidenz, ${repaired.half.n} von ${repaired.n} Fällen, ist zu ${percent(repaired.half.value)} richtig (${range(repaired.half)}); alle Fälle sind es zu ${percent(repaired.accuracy.value)}.`,
      `Dasselbe mit RLVR: ${percent(rlvr.half.value)} der Hälfte, ${percent(rlvr.accuracy.value)} aller. AUROC: ${probability(repaired.auroc)} gegen ${probability(rlvr.auroc)} bei RLVR; 0,500 ist gar keine Reihenfolge.`,
    ],
    lesson: ({ outcome, repaired, rlvr }) => {
      const more = repaired.half.value > rlvr.half.value;
      const against = more
        ? ' Die beantwortete Hälfte ist auch öfter richtig als die von RLVR.'
        : ' Die beantwortete Hälfte von RLVR ist dennoch mindestens so oft richtig: Es entscheidet von vornherein besser. Ein kleiner ECE ist noch keine gute Auswahl.';
      if (outcome === 'helps')
        return `Das Abgeben lohnt sich: Die Reihenfolge sagt etwas, wenn auch wenig, wo die AUROC nahe 0,500 liegt.${against}`;
      if (outcome === 'harms')
        return `Das Abgeben schadet hier: Die Reihenfolge ist schlechter als keine.${against}`;
      return `Das Abgeben bringt hier nichts über den Zufall hinaus: Behauptungen, die im Mittel stimmen, können in keiner brauchbaren Reihenfolge stehen.${against}`;
    },
  },
  why: {
    title: 'Warum der ECE ohne Kalibrierung fallen kann',
    text: [
      'Ein letzter Blick auf RLVR, bei einer anderen Aufgabe: Moderation, mit zwei Optionen. Zu sehen ist das Basismodell mit ECE, Trefferquote und mittlerer Konfidenz.',
      'Sie wissen inzwischen, was RLVR belohnt und was es nicht anrührt. Solange alle Punkte unter der Diagonale liegen, ist der ECE einfach mittlere Konfidenz minus Trefferquote: Er schrumpft, wenn das eine Ende auf das andere zugeht, gleich welches.',
    ],
    look: null,
    question: 'Was macht RLVR hier mit dem ECE, und warum?',
    choices: {
      confidence: 'Er fällt: Die Konfidenz kam zur Trefferquote herunter',
      accuracy: 'Er fällt: Die Trefferquote stieg zu einer Konfidenz, die blieb',
      knows: 'Er fällt: Das Modell weiß nun, wann es irrt',
      not: 'Er fällt nicht über den Zufall hinaus',
    },
    reveal: ({ ece, accuracy, confidence, base, rlvr, fitted }) => [
      `Der ECE ändert sich um ${changed(ece)}, die Trefferquote um ${changed(accuracy)}, die mittlere Konfidenz um ${changed(confidence)}, über die ${ece.n} Fälle, die beide entschieden haben.`,
      `Die AUROC geht von ${probability(base.auroc)} auf ${probability(rlvr.auroc)}: 0,500 heißt, dass die Konfidenz richtig und falsch nicht trennt.`,
      ...(fitted === null
        ? []
        : [
            `Und die Rekalibrierung, wie in Schritt 4? T = ${factor(fitted.temperature)}, angepasst an die eine Hälfte der Entscheidungen von RLVR, bringt die mittlere Konfidenz der anderen Hälfte von ${percent(fitted.confidenceBefore)} auf ${percent(fitted.confidenceAfter)} und den ECE von ${percent(fitted.before)} auf ${percent(fitted.after)}. Die AUROC: vorher ${probability(fitted.aurocBefore)}, nachher ${probability(fitted.aurocAfter)}.`,
          ]),
    ],
    lesson: ({ truth, rlvr, fitted }) => {
      const value = truth.kind === 'choice' ? truth.value : '';
      if (value === 'accuracy') {
        const training = `RLVR schloss die Lücke von der Seite des Ergebnisses: Mehr Entscheidungen sind richtig, keine wird vorsichtiger behauptet; ${percent(rlvr.certain)} fallen weiterhin mit mehr als 99 % Konfidenz. Der ECE fiel also, weil die Trefferquote stieg, und das Modell wurde nicht kalibriert: Geben Sie ihm schwerere Fälle, und die Lücke ist wieder da.`;
        const lowered =
          fitted !== null &&
          fitted.after < fitted.before &&
          fitted.confidenceAfter < fitted.confidenceBefore;
        if (!lowered) return training;
        return `${training} Die Temperatur schließt sie von der Seite der Behauptung: Sie senkt alle gemeinsam, etwa auf die Trefferquote. Keines von beiden lässt die Konfidenz richtig und falsch besser trennen${Math.abs(fitted.aurocAfter - 0.5) < 0.05 ? '; das sagt die AUROC nahe 0,500' : ''}. Ein kleinerer ECE beweist also nicht, dass ein Modell weiß, was es weiß: Fragen Sie, welches Ende sich bewegt hat und ob die Reihenfolge etwas bedeutet.`;
      }
      if (value === 'confidence')
        return 'Hier bewegte sich die Konfidenz weiter als die Trefferquote: Diese Tabellen zeigen mehr als das Übliche, bei dem die Trefferquote steigt und die Konfidenz bleibt.';
      if (value === 'knows')
        return 'Hier trennt die Konfidenz nun Richtig von Falsch: Diese Tabellen zeigen mehr als das Übliche, bei dem die Trefferquote steigt und die Konfidenz bleibt.';
      return 'Hier fällt der ECE nicht über den Zufall hinaus. Üblich ist, dass er fällt, nur weil die Trefferquote steigt: Diese Tabellen zeigen das nicht.';
    },
  },
} satisfies Pick<StepTexts, 'shift' | 'deferral' | 'why'>;
