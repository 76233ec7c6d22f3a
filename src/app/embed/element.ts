import { embedAddress, heightOf } from '../../state/view/embedAddress';

/** The site is where this script comes from. */
const SITE = new URL('.', (document.currentScript as HTMLScriptElement).src).href;

/**
 * `<calibration-explorer view="v=1&m=rlvr" parts="numbers temperature scale" theme="dark" label="…">`: the explorer inside
 * another page, as high as what it shows. `site`: where it is published, by default where this script is.
 */
class CalibrationExplorer extends HTMLElement {
  static readonly observedAttributes = ['view', 'parts', 'theme', 'site', 'label'];
  readonly #frame = document.createElement('iframe');
  readonly #listen = ({ source, data }: MessageEvent) => {
    const height = source === this.#frame.contentWindow ? heightOf(data) : null;
    if (height !== null) this.#frame.style.height = `${Math.ceil(height)}px`;
  };

  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.style.display ||= 'block';
    Object.assign(this.#frame.style, { width: '100%', height: '36rem', border: '0' });
    this.#frame.setAttribute('loading', 'lazy');
    this.#frame.setAttribute('allow', 'clipboard-write');
    this.#open();
    root.replaceChildren(this.#frame);
    window.addEventListener('message', this.#listen);
  }

  disconnectedCallback() {
    window.removeEventListener('message', this.#listen);
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#open();
  }

  #open() {
    this.#frame.title = this.getAttribute('label') ?? 'Calibration Explorer';
    const address = embedAddress(this.getAttribute('site') ?? SITE, {
      view: this.getAttribute('view') ?? '',
      parts: (this.getAttribute('parts') ?? 'numbers temperature scale').split(/\s+/),
      theme: this.getAttribute('theme'),
    });
    if (this.#frame.src !== address) this.#frame.src = address;
  }
}

if (customElements.get('calibration-explorer') === undefined)
  customElements.define('calibration-explorer', CalibrationExplorer);
