yes "all is well"
