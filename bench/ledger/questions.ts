/**
 * What people ask of the library that ships, besides the questions that it suggests: short ones and long ones, some
 * that it answers and some that it does not, as a newsroom's day has them.
 */
export const QUESTIONS: readonly string[] = [
  'how many voted against',
  'who lost',
  'when will they vote again',
  'Which federal agency oversees the election?',
  'What is the name of the regional director who made the decision?',
  'what did the company put in the parking lot',
  'How many workers were eligible to vote, and how many of them did?',
  'did the union get what it wanted',
  'Is the post office to blame for the mailbox?',
  'What percentage of the workforce is Black?',
  'who paid for the ballots',
  'What is the weather in Bessemer today?',
  'How much does a worker there earn in an hour?',
  'What did the president of the United States say about the election?',
  'whats the name of the union',
  'Will Amazon appeal?',
  'how long did the count take',
  'Who won the cup final?',
  'What do workers want from the company?',
  'where is the warehouse',
];
