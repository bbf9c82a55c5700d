kubectl get service web
