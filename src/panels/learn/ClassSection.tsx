import { LEARN_STRINGS } from '../../strings/learn';
import { useStrings } from '../../strings/language';
import { PoolSection } from './PoolSection';
import { SaveAnswers } from './SaveAnswers';
import { TeachersLink } from './TeachersLink';
import styles from './class.module.css';
import shared from '../panels.module.css';

/** For a class: save one's predictions, hand out a link, pool the files. */
export function ClassSection() {
  const { class: strings } = useStrings(LEARN_STRINGS);
  return (
    <section className={`${shared.section} ${styles.class}`} aria-label={strings.title}>
      <h2>{strings.title}</h2>
      <p className={shared.lead}>{strings.lead}</p>
      <SaveAnswers />
      <TeachersLink />
      <PoolSection />
    </section>
  );
}
