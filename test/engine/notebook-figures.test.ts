/** The pictures of a notebook, as the built extension draws them. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { EMPTY_FIGURE } from '../../src/training/protocol/figure.ts';
import type { Figure, Series } from '../../src/training/protocol/protocol.ts';
import { distribution } from './engine.ts';

const { figureSvg } = createRequire(import.meta.url)(path.join(distribution, 'figure-svg.js')) as {
  figureSvg: (figures: readonly Figure[]) => string;
};

const figure = (...series: Series[]): Figure => ({
  ...EMPTY_FIGURE,
  series,
  title: 'Spectrum',
  xlabel: 'epoch',
});

describe('a figure of a notebook', () => {
  test('is SVG by itself, in the theme’s colours or others', () => {
    const line: Series = { kind: 'line', label: 'train <loss>', x: [0, 1, 2], y: [3, 2, 'nan'] };
    const svg = figureSvg([figure(line, { ...line, kind: 'scatter', label: 'points' })]);
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('var(--vscode-charts-blue, #1f77b4)');
    expect(svg).toContain('train &lt;loss&gt;');
    expect(svg).toMatch(/<path [^>]*d="M[\d.]+,[\d.]+L/);
    expect(svg).not.toMatch(/<script|<style|undefined|NaN/);
  });

  test('holds an image as PNG', () => {
    const image: Series = { kind: 'image', label: '', x: [], y: [0, 1, 2, 3, 4, 5], columns: 3 };
    const [, encoded] = /data:image\/png;base64,([\w+/=]+)/.exec(figureSvg([figure(image)])) ?? [];
    const png = Buffer.from(encoded ?? '', 'base64');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([3, 2]);
    const at = png.indexOf('IDAT') + 4;
    const rows = inflateSync(png.subarray(at, at + png.readUInt32BE(at - 8)));
    expect(rows).toHaveLength(2 * (1 + 3 * 4));
    // Opaque, and the first pixel differs from the last.
    expect([rows[4], rows[rows.length - 1]]).toEqual([255, 255]);
    expect(rows.subarray(1, 4)).not.toEqual(rows.subarray(rows.length - 4, rows.length - 1));
  });

  test('has all its axes in one picture', () => {
    const line: Series = { kind: 'line', label: '', x: [0, 1], y: [0, 1] };
    const beside = (index: number): Figure => ({
      ...figure(line),
      subplot: { figure: 1, rows: 1, columns: 2, index, title: 'Both' },
    });
    const svg = figureSvg([beside(1), beside(2)]);
    expect(svg.match(/Spectrum/g)).toHaveLength(2);
    expect(svg).toContain('Both');
    const [, width, height] = /^<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
    expect(Number(width)).toBeGreaterThan(Number(height));
  });

  test('becomes smaller as a whole where there is less room', () => {
    const line: Series = { kind: 'line', label: '', x: [0, 1], y: [0, 1] };
    const [root = ''] = /^<svg [^>]*>/.exec(figureSvg([figure(line)])) ?? [];
    expect(root).toMatch(/ viewBox="0 0 [\d.]+ [\d.]+"/);
    expect(root).toMatch(/ style="max-width: 100%; height: auto"/);
  });
});
