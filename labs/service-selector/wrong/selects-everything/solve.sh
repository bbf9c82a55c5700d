# The selector is too wide: the cache answers for the app. The other name is forgotten.
kubectl set selector service ${app} app=${app}
