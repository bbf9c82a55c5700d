Feature: Tables
Scenario Outline: <n> is aligned
Given a table:
| name|이름|n|
|web-1|웹|1|
|a\|b|데이터베이스 서버|1000|
|\\||500m|
|😀 and é|ｗｉｄｅ|-3.5|
| a\nb | 中文 | n/a |
|日本語|e.g.|Infinity| lost
When a doc string follows a table
|x|
"""
|y|
"""
Examples:
|n|m|
|1||
 @more
Examples:   of another kind
   With a description

|n|m|
||22|
