# language: ja
機能: 空白のないキーワード
シナリオ: 一
前提クラスターがある
もし "kubectl get pods" を実行する
ならば   成功する
