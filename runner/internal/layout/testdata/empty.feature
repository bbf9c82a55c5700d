


Feature:


  Background:



  Scenario Outline:


    Given 


    Examples:


  Rule:
  Scenario:
