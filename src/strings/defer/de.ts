import type { Forms } from '../numbers';
import type { DeferStrings } from './en';

const TESTS: Forms = { one: 'Test', other: 'Tests' };

export const DE = {
  interval: '95-%-Intervall',
  answeredPercent: 'beantwortet %',
  threshold: 'Schwelle',
  choices: {
    model: 'Modell',
    task: 'Aufgabe',
    asSet: 'wie unter „Erkunden“ eingestellt.',
  },
  panel: {
    label: 'Entscheidungen',
    lead:
      'Antworten, wo das Modell konfident ist; abgeben, wo nicht. Das gelingt so weit, wie die Konfidenz Richtig von Falsch ' +
      'trennt: Nach dem Paper hat unter RLVR fast jede Entscheidung p ≈ 1, ob richtig oder falsch, es gibt also wenig zu ' +
      'unterscheiden; kalibrierungsbewusstes Training gibt einem Ersatzmodell etwas, woran es sich halten kann.',
    unfitted: (why: string) =>
      `Der Kalibrator lässt sich nicht anpassen: ${why} Die Zahlen sind die ohne ihn.`,
    empty:
      'Noch keine Entscheidungen. Kommen keine, öffnen Sie ein Modell mit mitgelieferter Tabelle oder rechnen Sie unter „Erkunden“ einige Fälle.',
  },
  control: {
    label: 'Schwelle',
    title: (arm: string) => `Schwelle: ${arm}`,
    slider: 'Antworten ab einer Konfidenz von',
    told: (threshold: string, coverage: string) => `${threshold}, beantwortet ${coverage}`,
    field: 'Schwelle',
    allowed: '0 bis 1',
    answered: 'beantwortet',
    deferred: 'abgegeben',
    of: (n: number, share: string) => `von ${n} · ${share}`,
    right: (share: string) => `${share} richtig`,
    interval: (range: string) => `95-%-Intervall ${range}`,
  },
  curves: {
    label: 'Risiko und Abdeckung',
    heading: 'Risiko nach Abdeckung: wie viel von den konfidentesten Antworten falsch ist',
    title: 'Risiko-Abdeckungs-Kurven',
    summary: (threshold: string, arms: string) => `Bei Schwelle ${threshold}: ${arms}`,
    nothing: (arm: string) => `${arm} beantwortet nichts.`,
    answers: (arm: string, coverage: string, risk: string) =>
      `${arm} beantwortet ${coverage}, davon ${risk} falsch.`,
    x: 'beantwortet, %',
    y: 'davon falsch, %',
    note: (fewest: number) =>
      'Fällt die Linie nach links, so ordnet die Konfidenz: Abgegeben wird, was falsch ist. Eine Marke ist der Punkt der ' +
      'Schwelle auf jedem Arm mit ihrem 95-%-Intervall; ein Klick setzt die Schwelle des gewählten. ' +
      `Gezeichnet ab ${fewest} Antworten.`,
    asTable: 'Die Kurven als Tabelle',
    wrongOf: (arm: string) => `${arm}: falsch %`,
    table: 'Arme an der Schwelle',
    arm: 'Arm',
    wrong: 'davon falsch %',
    excess: 'AURC-Überschuss',
    areas:
      'AURC: mittlere Fehlerrate über alle Abdeckungen, 95-%-Intervall aus einem Bootstrap; Überschuss: über einer ' +
      'vollkommenen Rangfolge gleicher Trefferquote, es geht also um die Rangfolge allein.',
  },
  fallback: {
    label: 'Ersatzmodell',
    heading: 'Ein Ersatzmodell als zweite Stufe',
    none: 'Kein anderes Modell hat diese Fälle entschieden. Öffnen Sie eine Aufgabe mit mitgelieferten Tabellen, um eine Kaskade zu bilden.',
    choose: 'Abgegebene Fälle gehen an',
    option: (arm: string, accuracy: string) => `${arm} · ${accuracy} richtig`,
    status: 'Kaskade',
    result: (range: string, sent: number, n: number, share: string, other: string) =>
      `richtig (95-%-Intervall ${range}); ${sent} von ${n} Fällen (${share}) gehen weiter an ${other}.`,
    title: 'Trefferquote der Kaskade nach weitergegebenem Anteil',
    summary: (arm: string, first: string, other: string, second: string) =>
      `Von ${first} mit ${arm} allein bis ${second} mit ${other} allein;`,
    summaryNow: (accuracy: string, share: string) =>
      `${accuracy}, wenn ${share} weitergegeben werden.`,
    x: 'weitergegeben, %',
    y: 'richtig, %',
    table: 'Kaskade und jedes Modell allein',
    cascade: 'Kaskade',
    alone: (arm: string) => `${arm} allein`,
    right: 'richtig %',
    difference: 'Kaskade minus dieses, Punkte',
    paired: '95-%-Intervall, gepaart',
    asTable: 'Die Kaskadenkurve als Tabelle',
    most: 'weitergegeben höchstens %',
    both: (n: number) => `${n} Fälle, die beide Modelle entschieden haben.`,
    bothBut: (n: number, alone: number, other: string) =>
      `${n} Fälle, die beide Modelle entschieden haben; ${alone}, die ${other} nicht entschieden hat, bleiben weg.`,
  },
  target: {
    label: 'Zielrisiko',
    heading: 'Eine Schwelle für ein Zielrisiko, garantiert',
    risk: 'Zielrisiko, % falsch',
    riskAllowed: '0,1 bis 90',
    certainty: 'Sicherheit 1 − δ, %',
    certaintyAllowed: '51 bis 99,9',
    testing: 'Schwellen werden getestet …',
    status: 'Schwelle für das Zielrisiko',
    use: 'Diese Schwelle verwenden',
    promise: (arm: string, risk: string, certainty: string, n: number) =>
      `Wo ${arm} neue Fälle dieser Art mit mindestens dieser Konfidenz beantwortet, sind höchstens ${risk} der Antworten falsch. ` +
      `Das Verfahren hält ein solches Versprechen mit einer Wahrscheinlichkeit von mindestens ${certainty} über die Ziehung der ` +
      `${n} Fälle, an denen es gewählt hat, für jedes Modell und ohne Annahme über seine Konfidenz; die Fälle müssen ` +
      'unabhängig sein und die neuen von dort kommen, woher diese kamen.',
    judged: (answered: number, n: number, coverage: string, wrong: string) =>
      `Von der anderen Hälfte beantwortet es ${answered} von ${n} (${coverage}), ${wrong}.`,
    noneWrong: 'also keinen: Über seine Fehler ist nichts bekannt',
    wrong: (risk: string, range: string) => `davon ${risk} falsch (95-%-Intervall ${range})`,
    notFound: 'Keine Schwelle genügt.',
    noDecisions:
      'Es gibt keine Entscheidungen, an denen sich wählen ließe. Rechnen Sie einige Fälle oder öffnen Sie ein Modell mit mitgelieferter Tabelle.',
    tooRisky: (arm: string, wrong: number, answered: number, certainty: string) =>
      `Selbst wo ${arm} am sichersten schien, waren ${wrong} von ${answered} Antworten falsch: Mit einer Sicherheit von ${certainty}`,
    bound: (upper: string, risk: string) =>
      `ist das Risiko nur durch ${upper} beschränkt, über dem Ziel von ${risk}. ` +
      'Erlauben Sie ein größeres Risiko, nehmen Sie mehr Fälle oder ein Modell, dessen Konfidenz seine Entscheidungen ordnet.',
    tests: (n: number, counted: (n: number, forms: Forms) => string) =>
      `Wie sie gewählt wird, und ${n === 1 ? 'der Test' : `die ${counted(n, TESTS)}`}`,
    how: (ordering: number, testing: number) =>
      'Learn then Test (Angelopoulos, Bates, Candès, Jordan & Lei 2021, arXiv 2110.01052). Von der wählenden Hälfte (Seed 0) ' +
      `sagen ${ordering} Entscheidungen, wo zu beginnen ist, und geben immer lockerere Schwellen; die anderen ${testing} ` +
      'testen sie nacheinander mit der exakten einseitigen Schranke von Clopper und Pearson, bis zur ersten, die das Ziel ' +
      'überschreiten kann. Genommen wird die letzte, die bestanden hat.',
    table: 'Tests des Zielrisikos',
    answered: 'beantwortet',
    wrongColumn: 'falsch',
    atMost: 'Risiko höchstens',
    passed: 'bestanden',
    yes: 'ja',
    no: 'nein',
    some: 'Der erste Test und die letzten sieben.',
  },
  costs: {
    label: 'Kosten',
    heading: 'Was ein Fehler und eine Abgabe kosten',
    error: 'Kosten eines Fehlers',
    deferral: 'Kosten einer Abgabe',
    allowed: '0 oder mehr, in beliebiger Einheit',
    never:
      'Eine Abgabe kostet so viel wie ein Fehler oder mehr; bei kalibrierter Konfidenz lohnt sie sich also nie.',
    pays: (deferral: string, error: string, theory: string) =>
      `Ist die Konfidenz kalibriert, so lohnt sich Abgeben unter 1 − ${deferral}/${error} = ${theory}. ` +
      'Ist sie es nicht, liegt die günstigste Schwelle anderswo.',
    title: 'Erwartete Kosten nach Schwelle',
    summary: (now: string, calibrated: string, cheapest: string, n: number) =>
      `An der jetzigen Schwelle kostet ein Fall ${now}, bei 1 − Abgabe/Fehler ${calibrated}, an der günstigsten der ` +
      `wählenden Hälfte ${cheapest}; ${n} Fälle.`,
    x: 'Schwelle (in Log-Odds geteilt)',
    y: 'Kosten eines Falls',
    rules: { this: 'jetzt', theory: 'wenn kalibriert', best: 'günstigste' },
    names: {
      this: 'diese Schwelle',
      theory: '1 − Abgabe/Fehler',
      best: 'günstigste der wählenden Hälfte',
      all: 'alles beantworten',
      none: 'alles abgeben',
    },
    table: 'Erwartete Kosten',
    use: 'Verwenden',
    useOf: (threshold: string) => `Schwelle ${threshold} verwenden`,
    asTable: 'Die Kostenkurve als Tabelle',
    atLeast: 'beantwortet mindestens %',
    note: (judged: number, chosen: number) =>
      `Kosten an den ${judged} Entscheidungen der urteilenden Hälfte; die günstigste Schwelle wurde an den anderen ${chosen} gewählt.`,
  },
} satisfies DeferStrings;
