/* What every page is dressed in. Pages with Mantine's parts bring the rest themselves: see mantine-styles.ts. */
import './layers.css';
import './tokens.css';
import './base.css';
import '../layout/layout.css';
