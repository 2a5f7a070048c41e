/** A Jupyter server, with the library that speaks to it: loaded when there is one to speak to. */
import {
  KernelAPI,
  KernelConnection,
  KernelSpecAPI,
  ServerConnection,
  SessionAPI,
  type Kernel,
  type KernelSpec,
  type Session,
} from '@jupyterlab/services';
import { JupyterError, type JupyterAddress } from './address.ts';
import { KernelChannel, type ChannelListener, type KernelServer, type Patience } from './channel.ts';
import { refusal, serverSettings } from './requests.ts';

/** Kernels of ours are known by the path of their session: a server shows it beside them. */
const FOLDER = 'd2l-exercises';
/** In the names of kernels that nobody looks for again. */
const NOBODY = 'alone';
/** A kernel of nobody's that nobody has asked for so long belongs to a program that was ended by force. */
const FORGOTTEN_MILLISECONDS = 10 * 60_000;

/** A kernel of ours on the server. */
export interface OurKernel {
  readonly session: string;
  readonly kernel: Kernel.IModel;
  /** What the path says after our folder. */
  readonly name: string;
}

export class JupyterServer {
  readonly #settings: ServerConnection.ISettings;
  #checked: Promise<string> | null = null;
  #isTidied = false;

  /** @param patience with each of its answers, in milliseconds */
  constructor(
    readonly address: JupyterAddress,
    patience?: number,
  ) {
    this.#settings = serverSettings(address, patience);
  }

  /**
   * The name of the kernel that exercises run beside: the server's default, if it is Python's, else its first of Python.
   * Asked once; again after a failure.
   * @throws JupyterError when it is no Jupyter server, does not take the token or has no such kernel
   */
  pythonKernel(): Promise<string> {
    this.#checked ??= this.#pythonKernel().catch((error: unknown) => {
      this.#checked = null;
      throw error;
    });
    return this.#checked;
  }

  /** Starts one. @param owner of its run; absent: nobody looks for it again. @throws JupyterError */
  async start(id: string, owner = NOBODY): Promise<OurKernel> {
    const kernel = await this.pythonKernel();
    if (!this.#isTidied) void this.#endForgotten().catch(() => undefined);
    this.#isTidied = true;
    const name = `${owner}/${id}`;
    const path = `${FOLDER}/${name}`;
    const options = { path, name: 'D2L Exercises', type: FOLDER, kernel: { name: kernel } };
    const model = await this.#ask(() => SessionAPI.startSession(options, this.#settings));
    if (model.kernel === null) throw new JupyterError(`${this.address.url} could not start a kernel`);
    return { session: model.id, kernel: model.kernel, name };
  }

  /** Those that are there. @throws JupyterError */
  async ours(): Promise<readonly OurKernel[]> {
    const models = await this.#ask(() => SessionAPI.listRunning(this.#settings));
    return models.flatMap((model) => ourKernel(model));
  }

  /** Ends a kernel; one that is gone already is no failure. @throws JupyterError */
  async shutDown({ session }: Pick<OurKernel, 'session'>): Promise<void> {
    await this.#ask(() => SessionAPI.shutdownSession(session, this.#settings));
  }

  async #endForgotten(): Promise<void> {
    const before = Date.now() - FORGOTTEN_MILLISECONDS;
    for (const ours of await this.ours()) {
      const { connections, last_activity: last = '' } = ours.kernel;
      if (ours.name.startsWith(`${NOBODY}/`) && connections === 0 && Date.parse(last) < before)
        await this.shutDown(ours);
    }
  }

  /** Opens the way to one of them. */
  channel({ kernel }: OurKernel, listener: ChannelListener, patience?: Partial<Patience>): KernelChannel {
    const server: KernelServer = {
      url: this.address.url,
      connect: () =>
        new KernelConnection({ model: kernel, serverSettings: this.#settings, handleComms: false }),
      isAlive: () => this.#isAlive(kernel),
    };
    return new KernelChannel(server, listener, patience);
  }

  async #isAlive(kernel: Kernel.IModel): Promise<boolean> {
    try {
      const model = await KernelAPI.getKernelModel(kernel.id, this.#settings);
      return model !== undefined && model.execution_state !== 'dead';
    } catch (error) {
      if (error instanceof ServerConnection.ResponseError && error.response.status === 404) return false;
      throw refusal(this.address, error);
    }
  }

  async #pythonKernel(): Promise<string> {
    await this.#checkServer();
    const name = chosenKernel(await this.#ask(() => this.#kernelSpecs()));
    if (name === null)
      throw new JupyterError(
        `the Jupyter server at ${this.address.url} has no Python kernel: install one there (pip install ipykernel)`,
      );
    return name;
  }

  /** Its version is told without a token, so that a wrong address is not taken for a wrong token. */
  async #checkServer(): Promise<void> {
    const { url } = this.address;
    await this.#ask(async () => {
      const response = await ServerConnection.makeRequest(`${url}api`, {}, this.#settings);
      if (!response.ok) throw new ServerConnection.ResponseError(response);
      const { version } = Object(await response.json()) as { version?: unknown };
      if (typeof version !== 'string') throw new TypeError('no version');
    });
  }

  /** Null: none that is well-formed, which the library says by an error of its own. */
  async #kernelSpecs(): Promise<KernelSpec.ISpecModels | null> {
    try {
      return await KernelSpecAPI.getSpecs(this.#settings);
    } catch (error) {
      const { NetworkError, ResponseError } = ServerConnection;
      if (error instanceof NetworkError || error instanceof ResponseError) throw error;
      return null;
    }
  }

  async #ask<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    try {
      return await question();
    } catch (error) {
      throw refusal(this.address, error);
    }
  }
}

function ourKernel({ id, path, kernel }: Session.IModel): OurKernel[] {
  if (!path.startsWith(`${FOLDER}/`) || kernel === null) return [];
  return [{ session: id, kernel, name: path.slice(FOLDER.length + 1) }];
}

function chosenKernel(specs: KernelSpec.ISpecModels | null): string | null {
  const { default: first, kernelspecs } = specs ?? { default: '', kernelspecs: {} };
  const python = Object.values(kernelspecs).flatMap((spec) =>
    spec?.language.toLowerCase() === 'python' ? [spec.name] : [],
  );
  return python.find((name) => name === first) ?? python[0] ?? null;
}
