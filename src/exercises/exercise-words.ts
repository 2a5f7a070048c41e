/** What learners of many languages call an exercise, where a number follows: data, nothing else. */

const WORDS = [
  ...['exercise', 'exer', 'ex', 'problem', 'prob', 'question', 'ques', 'q', 'task'],
  ...['solution', 'sol', 'answer', 'ans'],
  ...['Aufgabe', 'Übungsaufgabe', 'Übung', 'Frage', 'Lösung'],
  ...['exercice', 'problème', 'réponse', 'ejercicio', 'problema', 'pregunta', 'solución', 'respuesta'],
  ...['exercício', 'exercicio', 'questão', 'questao', 'solução', 'resposta'],
  ...['esercizio', 'domanda', 'soluzione', 'risposta', 'exercițiul', 'exercițiu', 'exercici'],
  ...['oefening', 'opgave', 'vraag', 'oppgave', 'øvelse', 'uppgift', 'övning', 'tehtävä', 'harjoitus'],
  ...['zadanie', 'ćwiczenie', 'pytanie', 'cvičení', 'úloha', 'úkol', 'feladat', 'gyakorlat'],
  ...['упражнение', 'задача', 'задание', 'вопрос', 'вправа', 'завдання', 'άσκηση', 'ερώτηση'],
  ...['alıştırma', 'soru', 'problem', 'egzersiz', 'bài tập', 'bài', 'câu hỏi', 'câu', 'latihan', 'soal'],
  ...['연습문제', '연습 문제', '문제', '연습', '과제'],
  ...['練習問題', '演習問題', '演習', '練習', '問題', '問', '課題'],
  ...['练习题', '练习', '习题', '题目', '问题', '题', '作业', '練習題', '習題', '題目', '題'],
  ...['تمرين', 'سؤال', 'تمرین', 'سوال', 'अभ्यास', 'प्रश्न', 'תרגיל', 'שאלה', 'แบบฝึกหัด', 'ข้อ'],
];

/** Alternatives of a regular expression, longer words first. */
export const EXERCISE_WORDS = [...new Set(WORDS)]
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace(' ', '\\s?'))
  .join('|');

const PLURALS = [
  ...['exercises', 'problems', 'questions', 'solutions', 'answers'],
  ...['Aufgaben', 'Übungen', 'Übungsaufgaben', 'Fragen', 'Lösungen', 'exercices', 'réponses'],
  ...[
    'ejercicios',
    'soluciones',
    'exercícios',
    'exercicios',
    'soluções',
    'esercizi',
    'soluzioni',
    'exerciții',
  ],
  ...['oefeningen', 'opgaven', 'oppgaver', 'øvelser', 'övningar', 'uppgifter', 'tehtävät', 'harjoitukset'],
  ...['zadania', 'ćwiczenia', 'cvičení', 'úlohy', 'feladatok', 'gyakorlatok'],
  ...['упражнения', 'задачи', 'задания', 'вопросы', 'вправи', 'завдання', 'ασκήσεις'],
  ...[
    'alıştırmalar',
    'sorular',
    'bài tập',
    'latihan',
    '연습문제',
    '연습 문제',
    '練習問題',
    '演習問題',
    '演習',
    '練習',
  ],
  ...[
    '练习题',
    '练习',
    '习题',
    '課後習題',
    '课后习题',
    '課題',
    '作业',
    '練習題',
    '習題',
    'تمارين',
    'تمرین‌ها',
    'अभ्यास',
  ],
];

/** Words over exercises or over answers to them, with nothing behind that would make a sentence of it. */
export const EXERCISES_TITLE = new RegExp(
  `^(?:${PLURALS.map((word) => word.replace(' ', '\\s?')).join('|')})(?![\\p{L}\\p{N}]|\\s*\\d)`,
  'iu',
);
