/** Type of the notebooks that VS Code's own reader of `.ipynb` files opens. */
export const NOTEBOOK_TYPE = 'jupyter-notebook';
