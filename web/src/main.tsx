import './ui/style/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { fetchPage } from './app/routes';
import { startI18n } from './i18n/i18n';

fetchPage(location.pathname);
await startI18n();

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root to draw on');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
