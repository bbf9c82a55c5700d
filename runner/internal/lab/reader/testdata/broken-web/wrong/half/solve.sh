kubectl set image deployment/${app} nginx=nginx
