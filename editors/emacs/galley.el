;;; galley.el --- Blog posts in Markdown with galley and Eglot  -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1") (eglot "1.9"))
;; Keywords: text, convenience
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; Starts the galley server for Markdown buffers through Eglot:
;;
;;   (require 'galley)
;;   (galley-setup)
;;
;; All knowledge of blogs is in the server.

;;; Code:

(require 'cl-lib)
(require 'eglot)
(require 'project)

(defgroup galley nil
  "Blog posts in Markdown."
  :group 'tools)

(defcustom galley-command '("galley" "--stdio")
  "The galley program and its arguments."
  :type '(repeat string))

(defcustom galley-root-files
  '("_config.yml" "hugo.toml" "hugo.yaml" "astro.config.mjs" "eleventy.config.js" "pelicanconf.py")
  "Files that tell the folder of a blog.
They decide which posts share one server, where no version control does.
The server itself finds the blog upwards from each post."
  :type '(repeat string))

(defun galley-project (folder)
  "The blog that FOLDER is in, as a project; nil where it is in none."
  (cl-some (lambda (file)
             (let ((root (locate-dominating-file folder file)))
               (and root (cons 'galley (expand-file-name root)))))
           galley-root-files))

(cl-defmethod project-root ((project (head galley)))
  (cdr project))

(defun galley-ensure ()
  "Connect the current buffer to galley, if the program is there."
  (if (executable-find (car galley-command))
      (eglot-ensure)
    (message "galley: no program %s. Install it, or set `galley-command'." (car galley-command))))

;;;###autoload
(defun galley-setup ()
  "Use galley in Markdown buffers from now on."
  (add-to-list 'eglot-server-programs
               (cons '((markdown-mode :language-id "markdown")) galley-command))
  (add-hook 'project-find-functions #'galley-project t)
  (add-hook 'markdown-mode-hook #'galley-ensure)) ; the hook of `gfm-mode' runs it too

(provide 'galley)

;;; galley.el ends here
